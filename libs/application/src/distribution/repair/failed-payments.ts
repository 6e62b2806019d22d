import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addCalendarDays, type FailedPayments, jakartaDate, lastDayOfUse, startOfOfficeDay } from '#domain';
import {
  FailedPaymentRepository,
  inTransaction,
  PaymentOrderRepository,
  PeriodRepository,
  ProgrammeClockRepository,
  ReissueRepository,
} from '#persistence';
import { licensed } from '../../tasks/decision/licensed.js';

/** Payments that failed, on their way to an order that makes them again. */
@Injectable()
export class FailedPaymentsDesk {
  constructor(private readonly database: DataSource) {}

  /**
   * What is to be repaired now. Until the last day of use of the order's money there may be more; a payment goes through as many
   * orders as the policy allows (`payment.repair_rounds` besides the first), and then stays failed.
   */
  async look(orderId: string): Promise<FailedPayments> {
    const { manager } = this.database;
    const order = await new PaymentOrderRepository(manager).find(orderId);
    const policy = await new PeriodRepository(manager).policyOf(order.periodId);
    const round = order.repairRound;
    const overOn = addCalendarDays(
      lastDayOfUse(order.executionOn ?? jakartaDate(order.sentAt ?? new Date()), policy),
      1,
    );
    const isOver =
      order.generation > policy.count('payment.repair_rounds') ||
      (await new ProgrammeClockRepository(manager).today()) >= overOn;
    if (isOver) return { isHere: true, dueAt: null, round, families: 0 };
    const families = await new FailedPaymentRepository(manager).count(orderId);
    return { isHere: families > 0, dueAt: startOfOfficeDay(overOn).toISOString(), round, families };
  }

  /**
   * Carries out what was put down in a round; answers with the ids of the orders that pay again, one for each channel, none where all was
   * given up. A repeat finds the same. Throws LICENCE_MISSING.
   */
  async reissue(orderId: string, round: number): Promise<string[]> {
    const { repairRound } = await new PaymentOrderRepository(this.database.manager).find(orderId);
    if (repairRound > round) return new ReissueRepository(this.database.manager).made(orderId, round);
    return licensed(this.database, 'payment.repair', orderId, async (manager) => {
      const order = await new PaymentOrderRepository(manager).find(orderId);
      return new ReissueRepository(manager).reissue(order, round);
    });
  }

  /** The time for repairs is over: what has failed stays so. A repeat changes nothing. */
  async end(orderId: string): Promise<void> {
    await inTransaction(this.database, (manager) => new ReissueRepository(manager).end(orderId));
  }
}
