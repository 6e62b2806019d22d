import { Injectable } from '@nestjs/common';
import { RemindOfCards } from '#application';

/** What the calendar does to debit cards. It reads the facts, so a repeat changes nothing. */
@Injectable()
export class CardActivities {
  constructor(private readonly cards: RemindOfCards) {}

  /** Tells of cards whose last day has passed, once, and opens their cases. Answers with the morning after which the next one is late. */
  async remindOfCards(): Promise<{ dueAt: string } | undefined> {
    return this.cards.look();
  }
}
