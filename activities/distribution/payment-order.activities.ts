import { Injectable } from '@nestjs/common';
import { ExecutionDays, PaymentOrderService } from '#application';

/** The order to the bank and its answers. Sending twice sends the same file; a file is applied once. */
@Injectable()
export class PaymentOrderActivities {
  constructor(
    private readonly orders: PaymentOrderService,
    private readonly days: ExecutionDays,
  ) {}

  async draftOrder(decreeId: string): Promise<string> {
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

  /** Takes in every answer that waits in the bank's outbox, and says how many instructions still have none. */
  async collectStatus(orderId: string): Promise<{ outstanding: number; isAnswered: boolean }> {
    return this.orders.collectStatus(orderId);
  }
}
