import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  addCalendarDays,
  type AlertFigure,
  FORECAST_WINDOW_DAYS,
  isReached,
  territoryAt,
  WorkingCalendar,
} from '#domain';
import {
  AlertFigures,
  AlertRepository,
  type AlertRuleRow,
  CaseRepository,
  HolidayRepository,
  inTransaction,
  NotificationRepository,
  PeriodRepository,
  ProgrammeClockRepository,
  territoryNames,
} from '#persistence';
import { forecastOfDesk } from '../../follow-up/forecast-of-desk.js';
import { type NextLook, onDay } from '../../shared/next-look.js';

/**
 * Holds every rule against the figures of every period that runs, each morning and when a rule or a period is new. An office hears of a place once;
 * where the figure falls back the alert ends, and reached again it is another.
 */
@Injectable()
export class LookAtAlerts {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** A repeat of the same day changes nothing. Answers with tomorrow while there is anything to watch. */
  async look(): Promise<NextLook> {
    const { manager } = this.database;
    const alerts = new AlertRepository(manager);
    await alerts.endOfClosed();
    const periods = (await new PeriodRepository(manager).list()).filter(({ state }) => state === 'open');
    for (const rule of await alerts.rules()) {
      for (const { id } of periods) await this.#hold(rule, id);
    }
    const tomorrow = addCalendarDays(await new ProgrammeClockRepository(manager).today(), 1);
    return onDay((await alerts.isWatching()) ? tomorrow : undefined);
  }

  async #hold(rule: AlertRuleRow, periodId: string): Promise<void> {
    const figures = await this.#figures(rule, periodId);
    await inTransaction(this.database, async (manager) => {
      const reached = figures.filter((figure) => isReached(rule, figure));
      const opened = await new AlertRepository(manager).hold(rule.id, periodId, reached);
      if (opened.length > 0) await tell(manager, rule, periodId, opened);
    });
  }

  async #figures(rule: AlertRuleRow, periodId: string): Promise<AlertFigure[]> {
    const figures = new AlertFigures(this.database.manager);
    const { kind, limit, daysLeft } = rule;
    if (kind === 'old_breaks') return figures.oldBreaks({ ...rule, periodId }, limit);
    if (kind === 'late_desks') return this.#lateDesks(rule, periodId);
    const policy = await new PeriodRepository(this.database.manager).policyOf(periodId);
    return figures.notTransacted({ ...rule, periodId }, policy.text('return.window'), daysLeft ?? 0);
  }

  /** Desks that miss their deadline at the pace of the last days, of all desks of the place. */
  async #lateDesks({ territoryCode, level }: AlertRuleRow, periodId: string): Promise<AlertFigure[]> {
    const { manager } = this.database;
    const today = await new ProgrammeClockRepository(manager).today();
    const from = addCalendarDays(today, -FORECAST_WINDOW_DAYS);
    const desks = await new CaseRepository(manager).desks(periodId, [territoryCode], from);
    const calendars = await new HolidayRepository(manager).calendars(this.calendar);
    const isLate = (desk: (typeof desks)[number]): boolean => forecastOfDesk(desk, today, calendars)?.isLate === true;
    return [...Map.groupBy(desks, ({ kelurahanCode }) => territoryAt(kelurahanCode, level))].map(([code, of]) => ({
      ...{ territoryCode: code, value: of.filter(isLate).length, of: of.length },
    }));
  }
}

/** One statement, however many places: the first morning of a rule may find every kelurahan of a city. */
async function tell(
  manager: EntityManager,
  { id, kind, role }: AlertRuleRow,
  periodId: string,
  opened: readonly AlertFigure[],
): Promise<void> {
  const codes = opened.map(({ territoryCode }) => territoryCode);
  const names = await territoryNames(manager, codes);
  const today = await new ProgrammeClockRepository(manager).today();
  const letters = codes.map((territory) => ({
    ...{ kind: 'alert.opened' as const, key: `alert:${id}:${periodId}:${territory}:${today}`, territory, role },
    ...{ officerIds: null, taskId: null, details: { what: kind, place: names.get(territory) ?? territory } },
  }));
  await new NotificationRepository(manager).tellAll(letters);
}
