import { condition, setHandler } from '@temporalio/workflow';
import { addCalendarDays, jakartaDate, startOfOfficeDay } from '#domain';
import { activities } from './activities.js';
import { clockSignal } from './tasks.messages.js';

/**
 * The programme's calendar inside a workflow: Temporal's clock, moved by the sandbox offset. A wait until a date ends
 * early when the calendar is moved past it.
 */
export class ProgrammeClock {
  private moves = 0;

  /** Reads the calendar as it stands; later moves arrive as signals. */
  static async start(): Promise<ProgrammeClock> {
    const clock = new ProgrammeClock(0);
    const offset = await activities.clockOffsetMs();
    // A signal that came while the activity ran is the newer word.
    if (clock.moves === 0) clock.offset = offset;
    return clock;
  }

  private constructor(private offset: number) {
    setHandler(clockSignal, ({ offsetMs }) => {
      this.offset = offsetMs;
      this.moves += 1;
    });
  }

  private now(): number {
    return Date.now() + this.offset;
  }

  isPast(instant: string): boolean {
    return Date.parse(instant) <= this.now();
  }

  /** The instant so many milliseconds from now. */
  after(milliseconds: number): string {
    return new Date(this.now() + milliseconds).toISOString();
  }

  /** 08.00 WIB of the next day. */
  tomorrowMorning(): string {
    return startOfOfficeDay(addCalendarDays(jakartaDate(new Date(this.now())), 1)).toISOString();
  }

  /** Waits for `isTrue` or for the instant, whichever comes first; says whether `isTrue` holds. */
  async until(instant: string, isTrue: () => boolean = () => false): Promise<boolean> {
    for (;;) {
      const left = Date.parse(instant) - this.now();
      if (isTrue()) return true;
      if (left <= 0) return false;
      const movesSeen = this.moves;
      await condition(() => isTrue() || this.moves !== movesSeen, left);
    }
  }
}
