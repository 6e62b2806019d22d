import { Injectable } from '@nestjs/common';
import { RemindOfOutreach } from '#application';

/** What the calendar does to sessions of outreach. It reads the facts, so a repeat changes nothing. */
@Injectable()
export class OutreachActivities {
  constructor(private readonly sessions: RemindOfOutreach) {}

  /** Tells of sessions whose day has passed, once. Answers with the morning after which the next one is late. */
  async remindOfOutreach(): Promise<{ dueAt: string } | undefined> {
    return this.sessions.look();
  }
}
