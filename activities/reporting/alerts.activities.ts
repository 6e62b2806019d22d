import { Injectable } from '@nestjs/common';
import { LookAtAlerts } from '#application';

/** What the calendar does to alerts. It reads the facts, so a repeat of the same day changes nothing. */
@Injectable()
export class AlertActivities {
  constructor(private readonly alerts: LookAtAlerts) {}

  /** Holds every rule against today's figures. Answers with the next morning while there is anything to watch. */
  async lookAtAlerts(): Promise<{ dueAt: string } | undefined> {
    return this.alerts.look();
  }
}
