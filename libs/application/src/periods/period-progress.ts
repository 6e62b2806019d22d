import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type StageName, type TaskKind, TASK_KINDS, taskRule, WorkingCalendar } from '#domain';
import {
  AuditRepository,
  HolidayRepository,
  inTransaction,
  PeriodRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { licensed } from '../tasks/decision/licensed.js';

/** Keeps the board: which stage a city is in, since when and until when. Repeating a call changes nothing. */
@Injectable()
export class PeriodProgress {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** A city enters a stage; entering it again after a return sets a new due day. */
  async startStage(periodId: string, cityCode: string, stage: StageName): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const periods = new PeriodRepository(manager);
      const policy = await periods.policyOf(periodId);
      const today = await new ProgrammeClockRepository(manager).today();
      const calendar = (await new HolidayRepository(manager).calendars(this.calendar)).for(cityCode);
      const kind = TASK_KINDS.find((candidate: TaskKind) => taskRule(candidate).stage === stage);
      const dueOn = kind === undefined ? null : calendar.addWorkingDays(today, policy.count(taskRule(kind).dueDays));
      await periods.startStage(periodId, cityCode, stage, dueOn);
    });
  }

  async finishStage(periodId: string, cityCode: string, stage: StageName): Promise<void> {
    await inTransaction(this.database, (manager) =>
      new PeriodRepository(manager).finishStage(periodId, cityCode, stage),
    );
  }

  /** Closes the period for good; the KPA's decision has passed the closure gate. */
  async close(periodId: string): Promise<void> {
    await licensed(this.database, 'period.close', periodId, async (manager) => {
      const periods = new PeriodRepository(manager);
      const { state } = await periods.find(periodId);
      if (state === 'closed') return;
      await periods.closePeriod(periodId);
      await new AuditRepository(manager).note({ action: 'period.closed', subjectType: 'period', subjectId: periodId });
    });
  }
}
