import { Injectable } from '@nestjs/common';
import { EndMandates } from '#application';

/** What the calendar does to mandates. */
@Injectable()
export class MandateActivities {
  constructor(private readonly mandates: EndMandates) {}

  /** Ends those whose last day is past; a repeat finds none. Answers with the morning on which the next one is over. */
  async endMandates(): Promise<{ dueAt: string } | undefined> {
    return this.mandates.look();
  }
}
