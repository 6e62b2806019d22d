import { condition, setHandler, workflowInfo } from '@temporalio/workflow';
import { ProgrammeClock } from '../tasks/programme-clock.js';
import { lookAgainSignal } from './diary.messages.js';

/** A history is read again whole by whoever takes the workflow over; a look adds about a dozen events. */
const LONG_HISTORY = 1_000;
/** The database's clock and Temporal's differ by moments, and what is left over by a look is a reason for the next. */
const BREATH_MS = 5_000;

/** Does what is due by now, and says at which instant of the programme's calendar something is due next, if ever; `over` where nothing ever will. */
type Look = () => Promise<{ readonly dueAt: string } | 'over' | null | undefined>;

/**
 * Looks, and waits until something is due, until what it waits for has changed, or until the calendar was moved past it:
 * a quiet year costs a handful of events. Every look reads the facts anew, so nothing is carried over; ends when the history is
 * long, and whoever called continues as new, or, with true, when all is over.
 */
export async function keepDiary(look: Look): Promise<boolean> {
  let notified = 0;
  setHandler(lookAgainSignal, () => {
    notified += 1;
  });
  const clock = await ProgrammeClock.start();
  while (workflowInfo().historyLength < LONG_HISTORY) {
    const toldBefore = notified;
    const isNews = (): boolean => notified !== toldBefore;
    const next = await look();
    if (next === 'over') return true;
    if (next) await clock.until(later(next.dueAt, clock.after(BREATH_MS)), isNews);
    else await condition(isNews);
  }
  return false;
}

const later = (one: string, other: string): string => (Date.parse(one) >= Date.parse(other) ? one : other);
