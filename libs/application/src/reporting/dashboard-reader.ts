import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import {
  burnForecast,
  covers,
  DomainError,
  type IsoDate,
  levelBelow,
  type Measure,
  NATION,
  sumBalances,
  sumMeasures,
  territoriesWith,
  type TerritoryBalances,
  type TerritoryFigures,
  territoryFigures,
  trailTo,
} from '#domain';
import {
  DashboardReadModel,
  type OpenCases,
  PeriodRepository,
  type PeriodRow,
  ProgrammeClockRepository,
  territoryNames,
} from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import type { Dashboard, DashboardPart, DashboardQuery, TerritoryFigures as Figures } from './dashboard.schemas.js';

interface Money {
  readonly own: TerritoryFigures;
  readonly parts: ReadonlyMap<string, TerritoryFigures>;
}

/** What is known of a territory in a period, and of its parts. */
interface Facts {
  readonly at: Date;
  readonly today: IsoDate;
  readonly period: PeriodRow;
  /** The period before, and its money; none where there was none. */
  readonly previous: PeriodRow | undefined;
  readonly before: Money | undefined;
  readonly money: Money;
  readonly cases: readonly OpenCases[];
  readonly breaks: ReadonlyMap<string, number>;
  readonly unused: Awaited<ReturnType<DashboardReadModel['unusedByDay']>>;
  readonly deadlines: Awaited<ReturnType<DashboardReadModel['deadlines']>>;
}

/** One territory of a period with its direct parts, from the nation to the kelurahan, always in the same shape. */
@Injectable()
export class DashboardReader {
  constructor(private readonly database: DataSource) {}

  /** Throws PERIOD_UNKNOWN, also where the territory lies outside those whose money the reader sees. */
  async read(actor: SignedIn, periodId: string, { territory }: DashboardQuery): Promise<z.infer<typeof Dashboard>> {
    const scopes = territoriesWith(actor, 'money:read');
    const isReaders = (code: string): boolean => scopes.some((scope) => covers(scope, code));
    if (!isReaders(territory)) {
      throw new DomainError('PERIOD_UNKNOWN', 'the territory lies outside the reader’s');
    }
    const facts = await this.#gather(periodId, territory);
    const { period, previous, money, before, cases, breaks } = facts;
    const level = levelBelow(territory);
    const codes = level === undefined ? [] : partsOf(territory, [money.parts, Map.groupBy(cases, placeOf), breaks]);
    const trail = trailTo(territory);
    const names = await namesOf(this.database.manager, [...codes, ...trail]);
    return {
      ...{ at: facts.at, months: period.months, unused: facts.unused, deadlines: facts.deadlines },
      ...forecastFor(facts),
      ...names(territory),
      trail: trail.map((code) => ({ ...names(code), isReaders: isReaders(code) })),
      figures: viewFigures(money.own),
      openCases: familiesOf(cases),
      openBreaks: [...breaks.values()].reduce((sum, open) => sum + open, 0),
      partsAre: level === undefined || level === 'nation' ? null : level,
      parts: codes.map((code) => ({ ...names(code), ...viewPart(code, facts) })),
      reasons: byReason(cases),
      before:
        previous === undefined || before === undefined
          ? null
          : { periodId: previous.id, months: previous.months, figures: viewFigures(before.own) },
    };
  }

  async #gather(periodId: string, territory: string): Promise<Facts> {
    const { manager } = this.database;
    const periods = new PeriodRepository(manager);
    const period = await periods.find(periodId);
    const policy = await periods.policyOf(periodId);
    const previous = periodBefore(period, await periods.list());
    const model = new DashboardReadModel(manager, periodId, territory);
    const clock = new ProgrammeClockRepository(manager);
    return {
      ...{ at: await clock.now(), today: await clock.today(), period, previous },
      money: await moneyOf(model, territory),
      before: previous && (await moneyOf(new DashboardReadModel(manager, previous.id, territory), territory)),
      ...{ cases: await model.openCases(), breaks: await model.openBreaks(), unused: await model.unusedByDay() },
      deadlines: await model.deadlines(policy.text('return.window')),
    };
  }

  /** The parts as their table has them: first those where the largest share of the credited families has not transacted. */
  async parts(actor: SignedIn, periodId: string, query: DashboardQuery): Promise<DashboardPart[]> {
    const { parts } = await this.read(actor, periodId, query);
    const unused = ({ figures: { credited, transacted } }: DashboardPart): number =>
      credited.families === 0 ? -1 : (credited.families - transacted.families) / credited.families;
    return parts.toSorted((one, other) => unused(other) - unused(one));
  }
}

function viewPart(code: string, { money, before, cases, breaks }: Facts) {
  const then = before?.parts.get(code);
  return {
    figures: viewFigures(money.parts.get(code) ?? territoryFigures(sumMeasures([]), {})),
    openCases: familiesOf(cases.filter(({ territoryCode }) => territoryCode === code)),
    openBreaks: breaks.get(code) ?? 0,
    before: then === undefined ? null : viewFigures(then),
  };
}

async function moneyOf(model: DashboardReadModel, territory: string): Promise<Money> {
  const [balances, allocated] = [await model.balances(), await model.allocated()];
  const held = new Map<string, TerritoryBalances>(balances.map((of) => [of.territoryCode, of.balances]));
  const nothing = sumMeasures([]);
  const all: Measure = allocated.get(territory) ?? sumMeasures([...allocated.values()]);
  const parts = [...new Set([...held.keys(), ...allocated.keys()])].map(
    (code) => [code, territoryFigures(allocated.get(code) ?? nothing, held.get(code) ?? {})] as const,
  );
  return { own: territoryFigures(all, sumBalances([...held.values()])), parts: new Map(parts) };
}

/** The last one of the programme whose months come before; of two at once the one by the same channel. */
function periodBefore(period: PeriodRow, periods: readonly PeriodRow[]): PeriodRow | undefined {
  const first = ({ months }: PeriodRow): string => months[0] ?? '';
  const isAlike = ({ channel }: PeriodRow): number => (channel === period.channel ? 1 : 0);
  return periods
    .filter((other) => other.programme === period.programme && first(other) < first(period))
    .toSorted((one, other) => first(other).localeCompare(first(one)) || isAlike(other) - isAlike(one))[0];
}

/** When the unused money will have been used, or why that cannot be said. */
function forecastFor({ unused, deadlines, today }: Facts): Pick<z.infer<typeof Dashboard>, 'forecast' | 'noForecast'> {
  const [first, last] = [unused[0], unused.at(-1)];
  if (first === undefined || last === undefined || deadlines === null) return { forecast: null, noForecast: null };
  const ended = new Map(unused.map((day) => [day.on, day.ended]));
  const found = burnForecast({ left: last.families, ended, since: first.on, today, deadline: deadlines.last });
  if (typeof found === 'string') return { forecast: null, noForecast: found };
  return { forecast: found === undefined ? null : { ...found, band: [...found.band] }, noForecast: null };
}

const placeOf = ({ territoryCode }: OpenCases): string => territoryCode;

/** Parts by code; what stands with the territory itself is no part of it. */
const partsOf = (territory: string, known: readonly ReadonlyMap<string, unknown>[]): string[] =>
  [...new Set(known.flatMap((of) => [...of.keys()]))]
    .filter((code) => code !== territory && covers(territory, code))
    .toSorted();

async function namesOf(manager: EntityManager, codes: readonly string[]) {
  const names = await territoryNames(manager, codes);
  return (territoryCode: string) => ({
    territoryCode,
    name: names.get(territoryCode) ?? (territoryCode === NATION ? 'Indonesia' : territoryCode),
  });
}

const familiesOf = (cases: readonly OpenCases[]): number => cases.reduce((sum, { families }) => sum + families, 0);

function byReason(cases: readonly OpenCases[]): z.infer<typeof Dashboard>['reasons'] {
  return [...Map.groupBy(cases, ({ reason }) => reason)]
    .map(([reason, of]) => ({
      reason,
      families: familiesOf(of),
      amountRupiah: of.reduce((sum, { amountRupiah }) => sum + BigInt(amountRupiah), 0n).toString(),
    }))
    .toSorted((one, other) => other.families - one.families || one.reason.localeCompare(other.reason));
}

const view = ({ families, amountRupiah }: Measure) => ({ families, amountRupiah: amountRupiah.toString() });

/** On the wire: money as decimal strings. */
const viewFigures = (of: TerritoryFigures): z.infer<typeof Figures> => ({
  ...{ allocated: view(of.allocated), ordered: view(of.ordered), credited: view(of.credited) },
  ...{ transacted: view(of.transacted), notTransacted: view(of.notTransacted), pending: view(of.pending) },
  ...{ failed: view(of.failed), unreconciled: view(of.unreconciled), unallocated: view(of.unallocated) },
  ...{ returned: view(of.returned), remainder: view(of.remainder) },
});
