import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type CaseMeasureState,
  demandProof,
  DomainError,
  isSecondHand,
  lastDayAfterRelease,
  territoriesWith,
  WorkingCalendar,
} from '#domain';
import {
  CaseHoldRepository,
  CaseMeasureRepository,
  type CaseMeasureRow,
  HolidayRepository,
  PeriodRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { returnEarly } from '../distribution/return/return-early.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import type { ActOnCaseMeasures, CaseMeasureAct } from './case-measures.schemas.js';

/** Out of which state each act leads. */
export const MEASURE_ACTS_FROM: Readonly<Record<CaseMeasureAct, CaseMeasureState>> = {
  approve: 'proposed',
  refuse: 'proposed',
  release: 'in_force',
  return: 'in_force',
};

/** Holds and early returns: approved by a second person, and a hold ended before its day by one, too. */
@Injectable()
export class CaseMeasureService {
  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly commands: Commands,
  ) {}

  /**
   * All of them or none. Throws CASE_MEASURE_UNKNOWN outside the power's territory, too; CASE_MEASURE_STATE when one has gone on,
   * CASE_MEASURE_OWN_HAND for who decided its case, CASE_MEASURE_MONEY_GONE when the money is no longer untouched, CASE_MEASURE_DAY for a hold
   * whose day has come before anybody approved it.
   */
  async act(context: CommandContext, command: ActOnCaseMeasures): Promise<{ ids: string[] }> {
    return this.commands.run(context, 'case-measures:act', command, async (manager) => {
      if (command.act !== 'refuse') demandProof(context.actor);
      const scopes = territoriesWith(context.actor, 'case-measure:settle');
      const measures: CaseMeasureRow[] = [];
      for (const id of [...new Set(command.ids)].sort())
        measures.push(await new CaseMeasureRepository(manager).find(id, scopes));
      for (const measure of measures) demandMay(measure, command.act, context.actor.officerId);
      await this.#settle(manager, context, command, measures);
      for (const measure of measures) await note(manager, context, command.act, measure);
      return { ids: measures.map(({ id }) => id) };
    });
  }

  async #settle(
    manager: EntityManager,
    { actor: { officerId } }: CommandContext,
    { act, reason = '' }: ActOnCaseMeasures,
    measures: readonly CaseMeasureRow[],
  ): Promise<void> {
    const repository = new CaseMeasureRepository(manager);
    if (act === 'refuse') for (const { id } of measures) await repository.setRefused(id, officerId, reason);
    if (act === 'release') for (const measure of measures) await this.#release(manager, measure, officerId, reason);
    if (act === 'return') await sendBack(manager, measures, officerId, reason);
    if (act !== 'approve') return;
    const holds = measures.filter(({ kind }) => kind === 'hold');
    for (const measure of holds) await this.#hold(manager, measure, officerId);
    await sendBack(
      manager,
      measures.filter(({ kind }) => kind === 'return_early'),
      officerId,
      null,
    );
  }

  async #hold(manager: EntityManager, measure: CaseMeasureRow, officerId: string): Promise<void> {
    const today = await new ProgrammeClockRepository(manager).today();
    if ((measure.untilOn ?? '') <= today) {
      throw new DomainError('CASE_MEASURE_DAY', 'the last day of the hold has come', { day: measure.untilOn });
    }
    const holds = new CaseHoldRepository(manager);
    if (!(await holds.freeze(measure))) throw moneyGone(measure);
    await new CaseMeasureRepository(manager).setInForce(measure.id, officerId);
    await holds.askToFreeze(measure.id, await this.#requestDay(manager, measure));
  }

  async #release(manager: EntityManager, measure: CaseMeasureRow, officerId: string, reason: string): Promise<void> {
    const policy = await new PeriodRepository(manager).policyOf(measure.periodId);
    const today = await new ProgrammeClockRepository(manager).today();
    const holds = new CaseHoldRepository(manager);
    await holds.letGo(measure);
    const useUntil = lastDayAfterRelease(policy, today, measure.deadlineOn);
    await new CaseMeasureRepository(manager).setReleased(measure.id, officerId, reason, useUntil);
    await holds.askToUnfreeze(measure.id, await this.#requestDay(manager, measure));
  }

  async #requestDay(manager: EntityManager, { periodId, kelurahanCode }: CaseMeasureRow): Promise<string> {
    const policy = await new PeriodRepository(manager).policyOf(periodId);
    const calendars = await new HolidayRepository(manager).calendars(this.calendar);
    const today = await new ProgrammeClockRepository(manager).today();
    return calendars.for(kelurahanCode).addWorkingDays(today, policy.count('case_request.days'));
  }
}

/** One return order for each payment order, over all of its families. */
async function sendBack(
  manager: EntityManager,
  measures: readonly CaseMeasureRow[],
  officerId: string,
  reason: string | null,
): Promise<void> {
  for (const [orderId, own] of Map.groupBy(measures, (measure) => measure.orderId)) {
    const entitlements = own.map(({ entitlementId }) => entitlementId);
    const gone = await new CaseHoldRepository(manager).notReturnable(entitlements);
    const [lost] = own.filter(({ entitlementId }) => gone.has(entitlementId));
    if (lost !== undefined) throw moneyGone(lost);
    const returnId = await returnEarly(manager, orderId, entitlements);
    if (returnId === undefined) throw moneyGone(own[0]);
    const ids = own.map(({ id }) => id);
    await new CaseMeasureRepository(manager).setReturning(ids, returnId, officerId, reason);
  }
}

function demandMay(measure: CaseMeasureRow, act: CaseMeasureAct, officerId: string): void {
  if (measure.state !== MEASURE_ACTS_FROM[act]) {
    throw new DomainError('CASE_MEASURE_STATE', 'it has gone on', {
      measureState: measure.state,
      family: measure.kpmCode,
    });
  }
  if (isSecondHand(measure, officerId)) return;
  throw new DomainError('CASE_MEASURE_OWN_HAND', 'the officer decided the case', { family: measure.kpmCode });
}

const moneyGone = (measure: CaseMeasureRow | undefined): DomainError =>
  new DomainError('CASE_MEASURE_MONEY_GONE', 'the family’s money is no longer untouched', {
    family: measure?.kpmCode ?? '–',
  });

const note = (
  manager: EntityManager,
  context: CommandContext,
  act: CaseMeasureAct,
  measure: CaseMeasureRow,
): Promise<void> =>
  noteBy(manager, context, {
    ...{
      action: `case-measure.${act}`,
      subjectType: 'case-measure',
      subjectId: measure.id,
      territoryCode: measure.kelurahanCode,
    },
    details: { kind: measure.kind, caseId: measure.caseId, amountRupiah: measure.amountRupiah },
  });
