import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import {
  type Actor,
  addCalendarDays,
  calendarDaysBetween,
  covers,
  DomainError,
  FORECAST_WINDOW_DAYS,
  holdGrounds,
  lastDayOfHold,
  territoriesWith,
  WorkingCalendar,
} from '#domain';
import {
  CaseMeasureRepository,
  CaseRepository,
  type CaseRow,
  FindingRuleRepository,
  HolidayRepository,
  PeriodRepository,
  ProgrammeClockRepository,
} from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { ById, decodeCursor, toPage } from '../shared/page.js';
import { groundWords, shownMeasure } from './case-measure-reader.js';
import { forecastOfDesk } from './forecast-of-desk.js';
import { readsFinding, shownCase } from './restricted.js';
import type { CaseDetail, CasePage, CaseQuery, Desks, DeskTotals, Findings } from './follow-up.schemas.js';

/** The lengths of the codes that desks are added up by. */
const LEVELS = [
  ['kecamatan', 8],
  ['city', 5],
] as const;

/** Desks and cases of the reader's territory. */
@Injectable()
export class FollowUpReader {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** Every kelurahan's desk with its forecast, or the desks of longer territories together (`codeLength`). */
  async desks(actor: Actor, periodId: string, codeLength?: number): Promise<z.infer<typeof Desks>> {
    const { manager } = this.database;
    const today = await this.today();
    const from = addCalendarDays(today, -FORECAST_WINDOW_DAYS);
    const scope = territoriesWith(actor, 'follow-up:read');
    const desks = await new CaseRepository(manager).desks(periodId, scope, from, codeLength);
    const calendars = await new HolidayRepository(manager).calendars(this.calendar);
    return desks.map(({ decidedLately, ...desk }) => ({
      ...desk,
      daysLeft: calendarDaysBetween(today, desk.deadlineOn),
      forecast: forecastOfDesk({ ...desk, decidedLately }, today, calendars),
    }));
  }

  /** The same, the desks of a kecamatan and of a city together. */
  async totals(actor: Actor, periodId: string): Promise<z.infer<typeof DeskTotals>> {
    const totals = await Promise.all(
      LEVELS.map(async ([level, length]) =>
        (await this.desks(actor, periodId, length)).map(({ kelurahanCode, ...total }) => ({
          ...{ level, territoryCode: kelurahanCode, ...total },
        })),
      ),
    );
    return totals.flat();
  }

  async cases(actor: Actor, periodId: string, query: CaseQuery): Promise<z.infer<typeof CasePage>> {
    const today = await this.today();
    const rows = await new CaseRepository(this.database.manager).page({
      periodId,
      territories: territoriesWith(actor, 'follow-up:read'),
      ...{ kelurahanCode: query.kelurahanCode, territoryCode: query.territoryCode, reason: query.reason },
      states: query.state === 'open' ? ['to_visit', 'to_decide'] : query.state && [query.state],
      afterId: decodeCursor(query.cursor, ById)?.id,
      limit: query.limit + 1,
    });
    const viewed = rows.map((row) => ({
      ...shownCase(actor, row),
      daysLeft: calendarDaysBetween(today, row.deadlineOn),
    }));
    return toPage(viewed, query.limit, ({ id }) => ({ id }));
  }

  /** Throws CASE_UNKNOWN for a case outside the reader's territory, as if it were not there. */
  async find(actor: SignedIn, caseId: string): Promise<z.infer<typeof CaseDetail>> {
    const { manager } = this.database;
    const found = await new CaseRepository(manager).find(caseId);
    const scopes = territoriesWith(actor, 'follow-up:read');
    if (found === undefined || !scopes.some((scope) => covers(scope, found.kelurahanCode))) {
      throw new DomainError('CASE_UNKNOWN', 'no such case in the reader’s territory');
    }
    const rule = readsFinding(actor, found)
      ? await new FindingRuleRepository(manager).ofCase(caseId, await this.today())
      : undefined;
    return {
      ...shownCase(actor, found),
      daysLeft: calendarDaysBetween(await this.today(), found.deadlineOn),
      unusedMonths: await new CaseRepository(manager).unusedMonths(caseId),
      decides: found.decides,
      offered: [...(rule?.outcomes ?? [])],
      suggests: rule?.suggests ?? null,
      hold: rule?.outcomes.some(({ outcome }) => outcome === 'hold') === true ? await this.#hold(found) : null,
      measure: await this.#measure(actor, caseId),
    };
  }

  async #hold({ periodId, deadlineOn }: CaseRow): Promise<z.infer<typeof CaseDetail>['hold']> {
    const policy = await new PeriodRepository(this.database.manager).policyOf(periodId);
    const today = await this.today();
    const to = lastDayOfHold(policy, today, deadlineOn);
    return to === undefined ? null : { grounds: holdGrounds(policy), from: addCalendarDays(today, 1), to };
  }

  async #measure(actor: SignedIn, caseId: string): Promise<z.infer<typeof CaseDetail>['measure']> {
    const { manager } = this.database;
    const measure = await new CaseMeasureRepository(manager).ofCase(caseId);
    return measure === undefined ? null : shownMeasure(actor, measure, await groundWords(manager, [measure]));
  }

  /** The tree as the period's programme has it today, in its order. */
  async findings(periodId: string): Promise<z.infer<typeof Findings>> {
    const rules = await new FindingRuleRepository(this.database.manager).ofPeriod(periodId, await this.today());
    return rules.map((rule) => ({ ...rule, evidence: [...rule.evidence], outcomes: [...rule.outcomes] }));
  }

  private async today(): Promise<string> {
    return new ProgrammeClockRepository(this.database.manager).today();
  }
}
