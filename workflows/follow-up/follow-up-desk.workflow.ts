import { continueAsNew, isCancellation, patched, workflowInfo } from '@temporalio/workflow';
import { activities, localActivities } from '../tasks/activities.js';
import { DecisionInbox } from '../tasks/decision-inbox.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';

export interface DeskInput {
  readonly deskId: string;
  /** ISO instants of the escalations, then of the deadline. */
  readonly schedule: { readonly escalateAt: readonly string[]; readonly deadlineAt: string };
  /** Escalations already sent, carried over when the history grew long. */
  readonly escalations: number;
}

/**
 * The desk of one kelurahan: takes in what was decided, many cases at a time, opens the next tasks in bulk, keeps one
 * timer for the nearest date, and ends when no case is open. At the deadline what is open lapses; a decision that
 * came first stands. Facts are in the database, so a desk that starts anew, after a kill or with a fresh history,
 * reads where it was.
 */
export async function followUpDeskWorkflow(input: DeskInput): Promise<{ open: number }> {
  const { deskId, schedule } = input;
  const clock = await ProgrammeClock.start();
  const inbox = new DecisionInbox(clock);
  let taken = 0;
  let escalations = input.escalations;
  let open = await activities.advanceDesk(deskId);
  while (open > 0) {
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof followUpDeskWorkflow>({ ...input, escalations });
    }
    const seen = taken;
    const nearest = schedule.escalateAt[escalations] ?? schedule.deadlineAt;
    // What is due comes first, or a desk that is never idle would never escalate.
    if (!clock.isPast(nearest) && (await clock.until(nearest, () => inbox.count > seen))) {
      taken = inbox.count;
      open = await advance(deskId);
    } else if (escalations < schedule.escalateAt.length) {
      await activities.escalateDesk(deskId);
      escalations += 1;
    } else {
      open = await activities.lapseDesk(deskId);
    }
  }
  return { open };
}

/** Takes in what was decided. Desks that began before local work was known go on as they began. */
async function advance(deskId: string): Promise<number> {
  if (!patched('desk-advances-locally')) return activities.advanceDesk(deskId);
  try {
    return await localActivities.advanceDesk(deskId);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return activities.advanceDesk(deskId);
  }
}
