import { Injectable } from '@nestjs/common';
import { RemindOfSpotChecks } from '#application';

/** What the calendar does to spot checks. It reads the facts, so a repeat changes nothing. */
@Injectable()
export class MonitoringActivities {
  constructor(private readonly spotChecks: RemindOfSpotChecks) {}

  /** Tells of spot checks whose day has passed, once. Answers with the morning after which the next one is late. */
  async remindOfSpotChecks(): Promise<{ dueAt: string } | undefined> {
    return this.spotChecks.look();
  }
}
