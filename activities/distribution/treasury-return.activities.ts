import { Injectable } from '@nestjs/common';
import type { AwaitedAnswer } from '#domain';
import { AwaitedAnswers, TreasuryReturnService } from '#application';

/** Untouched money on its way back: list, freeze, instruction to the bank, receipt. Each step is done once. A key is the order's id, or an early return's own. */
@Injectable()
export class TreasuryReturnActivities {
  constructor(
    private readonly returns: TreasuryReturnService,
    private readonly answers: AwaitedAnswers,
  ) {}

  /** The morning after the last day of use. */
  async returnStartsAt(returnOn: string): Promise<string> {
    return this.returns.startsAt(returnOn);
  }

  /** Lists what nobody used; false when there is nothing to return. */
  async prepareReturn(orderId: string): Promise<boolean> {
    return this.returns.prepare(orderId);
  }

  /** Freezes the listed money and tells the bank to debit it and pay it into the treasury. False for an early return of which nothing is left. */
  async instructReturn(key: string): Promise<boolean> {
    return this.returns.instruct(key);
  }

  /** Reads whether the treasury's receipt has come; past the day on which it should have, silence is noted once. */
  async collectReturn(key: string): Promise<AwaitedAnswer> {
    return this.answers.return(key);
  }

  /** The treasurer confirmed the receipt. Throws RETURN_SHORT when the rows and the receipt differ. */
  async confirmReturn(key: string): Promise<void> {
    return this.returns.confirm(key);
  }
}
