import { Injectable } from '@nestjs/common';
import type { AwaitedAnswer } from '#domain';
import { AwaitedAnswers, UsageService } from '#application';

/** Who used their money: asked of the bank at the cut-off day, taken in once. */
@Injectable()
export class UsageActivities {
  constructor(
    private readonly usage: UsageService,
    private readonly answers: AwaitedAnswers,
  ) {}

  /** When to ask the bank (ISO instant), and the last day on which money may be used (ISO date). */
  async usageSchedule(orderId: string): Promise<{ cutOffAt: string; returnOn: string }> {
    return this.usage.schedule(orderId);
  }

  /** Asks for usage up to the cut-off day. Asking again is the same request. */
  async requestUsage(orderId: string): Promise<void> {
    return this.usage.request(orderId);
  }

  /** Reads whether the report has come; past the day on which it should have, silence is noted once. */
  async collectUsage(orderId: string): Promise<AwaitedAnswer> {
    return this.answers.usage(orderId, await this.usage.askedOn(orderId));
  }
}
