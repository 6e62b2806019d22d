import type { EntityManager } from 'typeorm';
import { addCalendarDays, endOfJakartaDay, lastDayOfUse, startOfOfficeDay } from '#domain';
import { type PaymentOrderRow, PeriodRepository } from '#persistence';

/** ISO instants of the escalations, then of the deadline. */
export interface DeskSchedule {
  readonly escalateAt: readonly string[];
  readonly deadlineAt: string;
}

/** The last day of use (ISO date) of an order's families, and when their desks are escalated before it. */
export async function deskDates(
  manager: EntityManager,
  order: PaymentOrderRow,
): Promise<{ readonly deadlineOn: string; readonly schedule: DeskSchedule }> {
  const policy = await new PeriodRepository(manager).policyOf(order.periodId);
  const deadlineOn = lastDayOfUse(order.executionOn ?? '', policy);
  const escalateAt = ['escalate.first_days', 'escalate.second_days'].map((key) =>
    startOfOfficeDay(addCalendarDays(deadlineOn, -policy.count(key))).toISOString(),
  );
  return { deadlineOn, schedule: { escalateAt, deadlineAt: endOfJakartaDay(deadlineOn).toISOString() } };
}
