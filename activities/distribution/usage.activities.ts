import { Injectable } from '@nestjs/common';
import { UsageService } from '#application';

/** Who used their money: asked of the bank at the cut-off day, taken in once. */
@Injectable()
export class UsageActivities {
  constructor(private readonly usage: UsageService) {}

  /** When to ask the bank (ISO instant), and the last day on which money may be used (ISO date). */
  async usageSchedule(orderId: string): Promise<{ cutOffAt: string; returnOn: string }> {
    return this.usage.schedule(orderId);
  }

  /** Asks for usage up to the cut-off day. Asking again is the same request. */
  async requestUsage(orderId: string): Promise<void> {
    return this.usage.request(orderId);
  }

  /** Takes in the bank's report when it has come; false while it has not. */
  async collectUsage(orderId: string): Promise<boolean> {
    return this.usage.collect(orderId);
  }
}
