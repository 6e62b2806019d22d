import { Injectable } from '@nestjs/common';
import { LapseFamilyChanges } from '#application';

/** What the calendar does to changes of families' records. It reads the facts, so a repeat changes nothing. */
@Injectable()
export class FamilyActivities {
  constructor(private readonly changes: LapseFamilyChanges) {}

  /** Ends those whose day has passed and tells of them, once. Answers with the morning on which the next one is over. */
  async lapseFamilyChanges(): Promise<{ dueAt: string } | undefined> {
    return this.changes.look();
  }
}
