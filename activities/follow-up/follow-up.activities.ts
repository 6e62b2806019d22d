import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  addCalendarDays,
  endOfJakartaDay,
  returnDeadline,
  type ReturnWindow,
  startOfOfficeDay,
  WorkingCalendar,
} from '#domain';
import { CaseRepository, inTransaction, PaymentOrderRepository, PeriodRepository } from '#persistence';

export interface Desk {
  readonly workflowId: string;
  readonly schedule: { readonly escalateAt: readonly string[]; readonly deadlineAt: string };
}

/** Desks and their cases, always many at once. Each method reads where the desk is, so a repeat changes nothing. */
@Injectable()
export class FollowUpActivities {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** A case for every credited family that did not transact; the desks they lie on, with their dates. */
  async openCases(orderId: string, deskPrefix: string): Promise<Desk[]> {
    return inTransaction(this.database, async (manager) => {
      const order = await new PaymentOrderRepository(manager).find(orderId);
      const policy = await new PeriodRepository(manager).policyOf(order.periodId);
      const deadlineOn = returnDeadline(order.executionOn ?? '', policy.text('return.window') as ReturnWindow);
      const desks = await new CaseRepository(manager).openForOrder(orderId, deskPrefix, deadlineOn);
      const escalateAt = ['escalate.first_days', 'escalate.second_days'].map((key) =>
        startOfOfficeDay(addCalendarDays(deadlineOn, -policy.count(key))).toISOString(),
      );
      const schedule = { escalateAt, deadlineAt: endOfJakartaDay(deadlineOn).toISOString() };
      return desks.map(({ workflowId }) => ({ workflowId, schedule }));
    });
  }

  /** Takes decided visits and outcomes into their cases and opens the next tasks. Returns how many stay open. */
  async advanceDesk(deskId: string): Promise<number> {
    return inTransaction(this.database, async (manager) => {
      const cases = new CaseRepository(manager);
      await cases.advance(deskId);
      await cases.openTasks(deskId, await this.#dueDays(manager, deskId));
      return cases.openCount(deskId);
    });
  }

  async escalateDesk(deskId: string): Promise<void> {
    await inTransaction(this.database, (manager) => new CaseRepository(manager).escalate(deskId));
  }

  /** The deadline: what is open lapses, what was decided stands. Returns 0. */
  async lapseDesk(deskId: string): Promise<number> {
    return inTransaction(this.database, async (manager) => {
      const cases = new CaseRepository(manager);
      await cases.lapse(deskId);
      return cases.openCount(deskId);
    });
  }

  async #dueDays(manager: EntityManager, deskId: string): Promise<{ visit: string; decide: string }> {
    const { policy, today } = await new PeriodRepository(manager).policyOfDesk(deskId);
    return {
      visit: this.calendar.addWorkingDays(today, policy.count('due_days.visit')),
      decide: this.calendar.addWorkingDays(today, policy.count('due_days.outcome')),
    };
  }
}
