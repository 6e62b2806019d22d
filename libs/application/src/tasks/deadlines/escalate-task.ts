import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendar } from '#domain';
import { HolidayRepository, inTransaction } from '#persistence';
import { escalateDue } from './escalate-due.js';

/** What silence brings upon one task. */
@Injectable()
export class EscalateTask {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /**
   * Does what silence has brought upon a task: reminds, tells, marks it late, adds an owner, each once; nobody loses the
   * right to act. Answers with the next instant to look at, also after the deadline has moved.
   */
  async act(taskId: string): Promise<{ dueAt: string } | undefined> {
    return inTransaction(this.database, async (manager) => {
      const dueAt = await escalateDue(manager, await new HolidayRepository(manager).calendars(this.calendar), {
        taskId,
      });
      return dueAt === undefined ? undefined : { dueAt };
    });
  }
}
