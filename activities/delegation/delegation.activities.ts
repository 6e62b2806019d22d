import { Injectable } from '@nestjs/common';
import { EndDelegations, RemindOfHandovers } from '#application';

/** What the calendar does to dated delegations and to hand-overs. Each method reads the facts, so a repeat changes nothing. */
@Injectable()
export class DelegationActivities {
  constructor(
    private readonly delegations: EndDelegations,
    private readonly handovers: RemindOfHandovers,
  ) {}

  /** Gives back what is held by delegations that hold no longer. Answers with the morning on which the next one is over. */
  async endDelegations(): Promise<{ dueAt: string } | undefined> {
    return this.delegations.look();
  }

  /** Tells the office above of late ones, once. Answers with the morning on which the next one is late. */
  async remindOfHandovers(): Promise<{ dueAt: string } | undefined> {
    return this.handovers.look();
  }
}
