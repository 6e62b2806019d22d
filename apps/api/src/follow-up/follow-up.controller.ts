import { Controller, Get, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  addCalendarDays,
  calendarDaysBetween,
  covers,
  DomainError,
  FINDING_CODES,
  FINDINGS,
  forecast,
  FORECAST_WINDOW_DAYS,
  territoriesWith,
  unlessYearUnknown,
  WorkingCalendar,
} from '#domain';
import { CaseRepository, HolidayRepository, ProgrammeClockRepository } from '#persistence';
import { Answers } from '../shared/answers.js';
import { ById, decodeCursor, toPage } from '../shared/cursor.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor, type SignedIn } from '../shared/request-context.js';
import { Case, CasePage, CaseQuery, Desks, DeskTotals, Findings } from './follow-up.schemas.js';

/** Follow-up desks and cases. Findings and outcomes are recorded by deciding the case's open task. */
@Controller()
export class FollowUpController {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  @Get('periods/:periodId/desks')
  @RequirePower('follow-up:read')
  @Answers(Desks)
  async desks(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
  ): Promise<z.infer<typeof Desks>> {
    return this.standing(actor, periodId);
  }

  /** The same, the desks of a kecamatan and of a city together. */
  @Get('periods/:periodId/desks/totals')
  @RequirePower('follow-up:read')
  @Answers(DeskTotals)
  async totals(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
  ): Promise<z.infer<typeof DeskTotals>> {
    const levels = [
      ['kecamatan', 8],
      ['city', 5],
    ] as const;
    const totals = await Promise.all(
      levels.map(async ([level, length]) =>
        (await this.standing(actor, periodId, length)).map(({ kelurahanCode, ...total }) => ({
          ...{ level, territoryCode: kelurahanCode, ...total },
        })),
      ),
    );
    return totals.flat();
  }

  private async standing(actor: SignedIn, periodId: string, codeLength?: number): Promise<z.infer<typeof Desks>> {
    const { manager } = this.database;
    const today = await this.today();
    const from = addCalendarDays(today, -FORECAST_WINDOW_DAYS);
    const scope = territoriesWith(actor, 'follow-up:read');
    const desks = await new CaseRepository(manager).desks(periodId, scope, from, codeLength);
    const calendars = await new HolidayRepository(manager).calendars(this.calendar);
    return desks.map(({ decidedLately, ...desk }) => ({
      ...desk,
      daysLeft: calendarDaysBetween(today, desk.deadlineOn),
      forecast: unlessYearUnknown(() =>
        forecast(
          { ...desk, decidedLately, open: desk.toVisit + desk.toDecide },
          today,
          calendars.for(desk.kelurahanCode),
        ),
      ),
    }));
  }

  @Get('periods/:periodId/cases')
  @RequirePower('follow-up:read')
  @Answers(CasePage)
  async cases(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
    @Query({ schema: CaseQuery }) query: CaseQuery,
  ): Promise<z.infer<typeof CasePage>> {
    const today = await this.today();
    const rows = await new CaseRepository(this.database.manager).page({
      periodId,
      territories: territoriesWith(actor, 'follow-up:read'),
      kelurahanCode: query.kelurahanCode,
      state: query.state,
      afterId: decodeCursor(query.cursor, ById)?.id,
      limit: query.limit + 1,
    });
    const viewed = rows.map((row) => ({ ...row, daysLeft: calendarDaysBetween(today, row.deadlineOn) }));
    return toPage(viewed, query.limit, ({ id }) => ({ id }));
  }

  @Get('cases/:caseId')
  @RequirePower('follow-up:read')
  @Answers(Case)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
  ): Promise<z.infer<typeof Case>> {
    const found = await new CaseRepository(this.database.manager).find(caseId);
    const scopes = territoriesWith(actor, 'follow-up:read');
    if (found === undefined || !scopes.some((scope) => covers(scope, found.kelurahanCode))) {
      throw new DomainError('CASE_UNKNOWN', 'no such case in the reader’s territory');
    }
    return { ...found, daysLeft: calendarDaysBetween(await this.today(), found.deadlineOn) };
  }

  @Get('findings')
  @RequirePower('session')
  @Answers(Findings)
  findings(): z.infer<typeof Findings> {
    return FINDING_CODES.map((finding) => ({ finding, ...FINDINGS[finding] }));
  }

  private async today(): Promise<string> {
    return new ProgrammeClockRepository(this.database.manager).today();
  }
}
