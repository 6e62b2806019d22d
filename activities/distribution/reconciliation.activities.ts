import { Context } from '@temporalio/activity';
import { Injectable } from '@nestjs/common';
import { BreakDesk, WatchMailbox } from '#application';
import type { BreakDeskState } from '#domain';

/** What comes from the bank, and what two people make of it where it differs from our books. */
@Injectable()
export class ReconciliationActivities {
  constructor(
    private readonly mailbox: WatchMailbox,
    private readonly desk: BreakDesk,
  ) {}

  /** Takes in a bank's files for so many milliseconds as they come, the common one's unless named; each once, also after a repeat. */
  async watchMailbox(forMs: number, name?: string): Promise<void> {
    await this.mailbox.watch(Date.now() + forMs, Context.current().cancellationSignal, name);
  }

  /** Which breaks of the order wait for people, and when the next one does. */
  async breakDesk(orderId: string): Promise<BreakDeskState> {
    return this.desk.look(orderId);
  }

  /** Settles a round that two people signed. A repeat changes nothing. */
  async settleBreaks(orderId: string, round: number): Promise<void> {
    return this.desk.settle(orderId, round);
  }
}
