import { Injectable } from '@nestjs/common';
import { FailedPaymentsDesk } from '#application';
import type { FailedPayments } from '#domain';

/** Payments that failed, until another order makes them or they are given up. */
@Injectable()
export class PaymentRepairActivities {
  constructor(private readonly desk: FailedPaymentsDesk) {}

  /** How many failed payments of the order are to be repaired, in which round, and until when there may be more. */
  async failedPayments(orderId: string): Promise<FailedPayments> {
    return this.desk.look(orderId);
  }

  /** Carries a decided round out. Answers with the ids of the orders that pay again; a repeat finds the same. */
  async reissuePayments(orderId: string, round: number): Promise<string[]> {
    return this.desk.reissue(orderId, round);
  }

  /** Closes what is still open when the time for repairs is over. A repeat changes nothing. */
  async endRepairs(orderId: string): Promise<void> {
    return this.desk.end(orderId);
  }
}
