import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import {
  type Calendars,
  covers,
  DomainError,
  type EnteredRates,
  greedyPlan,
  officeForecast,
  officeWindowFrom,
  rateOf,
  rateOfRole,
  type Role,
  scoreOf,
  territoriesWith,
  territoryAt,
  type Visitor,
  type VisitPlan,
  type VisitProblem,
  type VisitRate,
  WorkingCalendar,
} from '#domain';
import {
  type CaseGroupRow,
  HolidayRepository,
  ProgrammeClockRepository,
  type VisitorRow,
  WorkloadRepository,
} from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import type { VisitPlanQuery, VisitPlanView, Workload } from './planner.schemas.js';
import { solvePlan } from './solve-plan.js';
import { stipendOf } from './stipend-of.js';

/** What is known on a day: who visits, and what waits. */
interface Facts {
  readonly today: string;
  readonly from: string;
  readonly calendars: Calendars;
  readonly groups: readonly CaseGroupRow[];
  readonly visitors: readonly VisitorRow[];
}

/** The visits of a city: what they come to at the rate that is measured, and what more hands would change. Changes nothing. */
@Injectable()
export class PlannerReader {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** Kecamatan of the reader's territory, those that will miss most first, and everybody who may visit there. */
  async workload(actor: SignedIn, periodId: string): Promise<z.infer<typeof Workload>> {
    const facts = await this.#facts(actor, periodId);
    const { from, groups, visitors } = facts;
    const codes = [...new Set(groups.map(({ kelurahanCode }) => territoryAt(kelurahanCode, 'kecamatan')))];
    const places = codes.map((code) => placeOf(code, facts));
    return {
      from,
      places: places.toSorted((one, other) => (other.missed ?? other.open) - (one.missed ?? one.open)),
      visitors: visitors.map(({ officerId: _id, ...visitor }) => visitor),
    };
  }

  /** The best plan under what is asked for, beside what today's TKSK do alone. Throws PERIOD_UNKNOWN, PLANNER_PLACE, PLANNER_BUSY. */
  async plan(actor: SignedIn, periodId: string, query: VisitPlanQuery): Promise<z.infer<typeof VisitPlanView>> {
    const facts = await this.#facts(actor, periodId);
    const scopes = territoriesWith(actor, 'capacity:read');
    const { kecamatanCode = '', moreTksk } = query;
    if (moreTksk > 0 && !scopes.some((scope) => covers(scope, kecamatanCode)))
      throw new DomainError('PLANNER_PLACE', 'no kecamatan of the reader', { field: 'kecamatanCode' });
    const entered = enteredIn(query);
    const all = problemOf(facts, entered);
    const onlyTksk = all.visitors.filter(({ role }) => role === 'tksk');
    const rate = rateOfRole('tksk', facts.visitors, entered).perWorkingDay;
    const more = Array.from({ length: moreTksk }, (_, n): Visitor => ({
      ...{ key: `more:${n}`, role: 'tksk', territoryCode: kecamatanCode, perWorkingDay: rate },
    }));
    const asIs: VisitProblem = { ...all, visitors: onlyTksk };
    const wanted: VisitProblem = {
      ...all,
      visitors: [...(query.helpers === 'yes' ? all.visitors : onlyTksk), ...more],
    };
    const { plan, score, greedy } = await solvePlan(wanted);
    const officers = new Set(facts.visitors.filter(({ role }) => role === 'tksk').map(({ officerId }) => officerId))
      .size;
    const stipend = await stipendOf(this.database.manager, periodId, facts.today);
    const rupiah = query.rupiahPerMonth === undefined ? stipend : BigInt(query.rupiahPerMonth);
    return {
      cases: facts.groups.reduce((sum, { cases }) => sum + cases, 0),
      missed: { today: scoreOf(asIs, greedyPlan(asIs)).missed, plan: score.missed, greedy: greedy.missed },
      moves: movesIn(plan, facts),
      rates: ratesIn(facts.visitors, entered),
      cost: {
        ...{
          officers: officers + moreTksk,
          rupiahPerMonth: rupiah?.toString() ?? null,
          today: times(stipend, officers),
        },
        ...{ plan: times(rupiah, officers + moreTksk), isEntered: query.rupiahPerMonth !== undefined },
      },
    };
  }

  async #facts(actor: SignedIn, periodId: string): Promise<Facts> {
    const { manager } = this.database;
    const scopes = territoriesWith(actor, 'capacity:read');
    const today = await new ProgrammeClockRepository(manager).today();
    const from = officeWindowFrom(today, this.calendar);
    const workload = new WorkloadRepository(manager);
    return {
      ...{ today, from, calendars: await new HolidayRepository(manager).calendars(this.calendar) },
      groups: await workload.groups(periodId, scopes, from),
      visitors: await workload.visitors(scopes, from),
    };
  }
}

/** A plan in words: who would visit how many families where; a TKSK who is not there yet has no name. */
function movesIn(plan: VisitPlan, { groups, visitors }: Facts): z.infer<typeof VisitPlanView>['moves'] {
  const who = new Map(visitors.map((visitor) => [keyOf(visitor), visitor]));
  const what = new Map(groups.map((group) => [groupKeyOf(group), group]));
  return plan.flatMap(({ visitor, group, cases }) => {
    const to = what.get(group);
    const { officer, role } = who.get(visitor) ?? { officer: null, role: 'tksk' as const };
    if (to === undefined) return [];
    const { kelurahanCode, kelurahan, deadlineOn } = to;
    return [{ officer, role, kelurahanCode, kelurahan, deadlineOn, cases }];
  });
}

const times = (rupiah: bigint | undefined, officers: number): string | null =>
  rupiah === undefined ? null : `${rupiah * BigInt(officers)}`;

const keyOf = ({ officerId, role, territoryCode }: VisitorRow): string => `${officerId} ${role} ${territoryCode}`;
const groupKeyOf = ({ kelurahanCode, deadlineOn }: CaseGroupRow): string => `${kelurahanCode} ${deadlineOn}`;

const enteredIn = ({ tkskPerDay, psmPerDay, operatorPerDay, companionPerDay }: VisitPlanQuery): EnteredRates => ({
  ...(tkskPerDay !== undefined && { tksk: tkskPerDay }),
  ...(psmPerDay !== undefined && { psm: psmPerDay }),
  ...(operatorPerDay !== undefined && { kelurahan_operator: operatorPerDay }),
  ...(companionPerDay !== undefined && { pkh_companion: companionPerDay }),
});

/** No places of homes are kept yet, so that every way is as long. */
function problemOf({ groups, visitors, today, calendars }: Facts, entered: EnteredRates): VisitProblem {
  return {
    groups: groups.map((group) => ({
      ...{ key: groupKeyOf(group), kelurahanCode: group.kelurahanCode, cases: group.cases },
      workingDays: calendars.for(group.kelurahanCode).workingDaysLeft(today, group.deadlineOn),
    })),
    visitors: visitors.map((visitor) => ({
      ...{ key: keyOf(visitor), role: visitor.role, territoryCode: visitor.territoryCode },
      perWorkingDay: rateOf(visitor, visitors, entered).perWorkingDay,
    })),
    metres: () => 0,
  };
}

/** A kecamatan at the rate that was measured on its own TKSK, and on nobody else. */
function placeOf(code: string, facts: Facts): z.infer<typeof Workload>['places'][number] {
  const groups = facts.groups.filter(({ kelurahanCode }) => covers(code, kelurahanCode));
  const visitors = facts.visitors.filter(({ role, territoryCode }) => role === 'tksk' && covers(territoryCode, code));
  const sum = (rows: readonly number[]): number => rows.reduce((all, one) => all + one, 0);
  const open = sum(groups.map(({ cases }) => cases));
  const decidedLately = sum(visitors.map(({ visitsLately }) => visitsLately));
  const problem = problemOf({ ...facts, groups, visitors: visitors.filter((one) => one.visitsLately > 0) }, {});
  const deadlineOn = groups[0]?.deadlineOn ?? facts.today;
  const lastDueOn = groups.at(-1)?.deadlineOn ?? null;
  const { perWorkingDay, finishesOn } = officeForecast(
    { open, decidedLately, lastDueOn },
    facts.today,
    facts.calendars.for(code),
  );
  return {
    ...{ kecamatanCode: code, kecamatan: groups[0]?.kecamatan ?? null, open, perWorkingDay, deadlineOn, finishesOn },
    incoming: sum(groups.map(({ incoming }) => incoming)),
    missed: decidedLately === 0 ? null : scoreOf(problem, greedyPlan(problem)).missed,
  };
}

function ratesIn(visitors: readonly VisitorRow[], entered: EnteredRates): z.infer<typeof VisitPlanView>['rates'] {
  const roles: readonly Role[] = ['tksk', 'psm', 'kelurahan_operator', 'pkh_companion'];
  return roles.flatMap((role) => {
    const persons = visitors.filter((visitor) => visitor.role === role).length;
    if (persons === 0 && role !== 'tksk') return [];
    const rate: VisitRate = rateOfRole(role, visitors, entered);
    return [{ role, persons, ...rate }];
  });
}
