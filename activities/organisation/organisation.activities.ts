import { Injectable } from '@nestjs/common';
import { LapseAccountResets } from '#application';

/** What the calendar does to accounts. It reads the facts, so a repeat changes nothing. */
@Injectable()
export class OrganisationActivities {
  constructor(private readonly resets: LapseAccountResets) {}

  /** Ends ways back whose day has passed and tells of them, once. Answers with the morning on which the next one is over. */
  async lapseAccountResets(): Promise<{ dueAt: string } | undefined> {
    return this.resets.look();
  }
}
