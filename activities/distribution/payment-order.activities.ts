import { Injectable } from '@nestjs/common';
import type { AwaitedAnswer } from '#domain';
import { AwaitedAnswers, ExecutionDays, PaymentOrderService } from '#application';

/** The order to the bank and its answers. Sending twice sends the same file. */
@Injectable()
export class PaymentOrderActivities {
  constructor(
    private readonly orders: PaymentOrderService,
    private readonly answers: AwaitedAnswers,
    private readonly days: ExecutionDays,
  ) {}

  /** Ids of the decree's orders, one for each channel; the first is the city's own. A repeat finds the same. */
  async draftOrder(decreeId: string): Promise<string[]> {
    return this.orders.draft(decreeId);
  }

  /** The treasurer released it for the next bank day: numbers are given and the money stands as ordered. */
  async releaseOrder(orderId: string): Promise<void> {
    await this.days.plan(orderId);
    return this.orders.release(orderId);
  }

  /** Streams the order as pain.001 into the bank's inbox. The status is read again here, right before sending. */
  async sendOrder(orderId: string): Promise<void> {
    return this.orders.send(orderId);
  }

  /** Reads what the bank has answered so far; past the day on which it should have, its silence is noted once. */
  async collectStatus(
    orderId: string,
  ): Promise<AwaitedAnswer & { outstanding: number; isAnswered: boolean; isRefused: boolean }> {
    return this.answers.status(orderId);
  }
}
