import { Injectable } from '@nestjs/common';
import { ProgrammeClock } from '#application';

/** The programme's calendar, as workflows need it. */
@Injectable()
export class CalendarActivities {
  constructor(private readonly clock: ProgrammeClock) {}

  /** Milliseconds by which the programme's calendar differs from the machine's; 0 outside a sandbox. */
  async clockOffsetMs(): Promise<number> {
    return this.clock.offsetMs();
  }
}
