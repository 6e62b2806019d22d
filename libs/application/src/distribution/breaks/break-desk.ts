import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addCalendarDays, type BreakDeskState, startOfOfficeDay, WorkingCalendar } from '#domain';
import {
  BreakSettlementRepository,
  ComplaintDeedRepository,
  PaymentOrderRepository,
  PeriodRepository,
  ProgrammeClockRepository,
  TreasuryReturnRepository,
} from '#persistence';
import { deedEnded } from '../../complaints/deed-ended.js';
import { followUse } from '../../follow-up/follow-use.js';
import { licensed } from '../../tasks/decision/licensed.js';
import { holdDeposit } from '../return/hold-deposit.js';
import { tellOfArrival } from '../bank/tell-of-arrival.js';

/** Breaks that no file settles, on their way to two signatures. */
@Injectable()
export class BreakDesk {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  async look(orderId: string): Promise<BreakDeskState> {
    const { manager } = this.database;
    const { periodId, cityCode, breakRound } = await new PaymentOrderRepository(manager).find(orderId);
    const { breaks, nextOn } = await new BreakSettlementRepository(manager).waiting(orderId);
    const nextAt = nextOn === null ? null : startOfOfficeDay(nextOn).toISOString();
    return { periodId, cityCode, round: breakRound, breaks, nextAt };
  }

  /**
   * Settles what two people decided and moves the money; whoever waits for the order is told. A repeat, or a round that a
   * file has ended meanwhile, changes nothing. Throws LICENCE_MISSING.
   */
  async settle(orderId: string, round: number): Promise<void> {
    const { breakRound } = await new PaymentOrderRepository(this.database.manager).find(orderId);
    if (breakRound !== round) return;
    await licensed(this.database, 'breaks.settle', orderId, async (manager) => {
      const orders = new PaymentOrderRepository(manager);
      const order = await orders.find(orderId);
      const policy = await new PeriodRepository(manager).policyOf(order.periodId);
      const today = await new ProgrammeClockRepository(manager).today();
      const dueOn = addCalendarDays(today, policy.count('break.settle_days'));
      await new BreakSettlementRepository(manager).settle(order, dueOn);
      const returns = new TreasuryReturnRepository(manager);
      for (const key of await returns.keysOf(orderId)) {
        if (await returns.isAnswered(key)) await holdDeposit(manager, order, dueOn, key);
      }
      await followUse(manager, order);
      await orders.settleIfAnswered(orderId);
      for (const { complaintId, result } of await new ComplaintDeedRepository(manager).settledIn(orderId, round)) {
        await deedEnded(manager, this.calendar, complaintId, { deed: 'payment', result });
      }
      // Whoever waits looks again: the answer may have come with the settlement, or have time anew.
      await tellOfArrival(manager, order, ['status', 'usage', 'return']);
    });
  }
}
