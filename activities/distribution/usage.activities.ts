import { Injectable } from '@nestjs/common';
import { type AwaitedAnswer, startOfOfficeDay } from '#domain';
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
    const { cutOffOn } = await this.usage.days(orderId);
    return this.answers.usage(orderId, cutOffOn);
  }

  /** The morning (ISO instant) on which to ask again; none when only the last day of use is left. */
  async nextUsageLook(orderId: string): Promise<{ lookAt: string } | null> {
    const lookOn = await this.usage.nextLookOn(orderId);
    return lookOn === null ? null : { lookAt: startOfOfficeDay(lookOn).toISOString() };
  }

  /** Asks for usage up to today. A repeat on the same day is the same request. */
  async requestUsageToday(orderId: string): Promise<void> {
    return this.usage.requestToday(orderId);
  }

  /** Asks for usage up to the last day of use. Asking again is the same request. */
  async requestLastUsage(orderId: string): Promise<void> {
    return this.usage.requestLast(orderId);
  }

  /** The same as `collectUsage` for the last day of use. */
  async collectLastUsage(orderId: string): Promise<AwaitedAnswer> {
    const { returnOn } = await this.usage.days(orderId);
    return this.answers.usage(orderId, returnOn);
  }
}
