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
 * timer for the nearest date, be it a reminder of its tasks or the legal deadline, and ends when no case is open. At the
 * deadline what is open lapses; a decision that came first stands. Facts are in the database, so a desk that starts anew,
 * after a kill or with a fresh history, reads where it was.
 */
export async function followUpDeskWorkflow(input: DeskInput): Promise<{ open: number }> {
  const { deskId, schedule } = input;
  const clock = await ProgrammeClock.start();
  const inbox = new DecisionInbox(clock);
  let taken = 0;
  let moves = 0;
  let escalations = input.escalations;
  let open = await activities.advanceDesk(deskId);
  const looksAfterTasks = patched('desk-tasks-escalate');
  let lookAt = looksAfterTasks ? await nextMoment(deskId) : undefined;
  while (open > 0) {
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof followUpDeskWorkflow>({ ...input, escalations });
    }
    const seen = taken;
    const movesSeen = moves;
    const nearest = schedule.escalateAt[escalations] ?? schedule.deadlineAt;
    const isNews = (): boolean => inbox.count > seen || (looksAfterTasks && inbox.moves !== movesSeen);
    // What is due comes first, or a desk that is never idle would never escalate.
    const wakeAt = earlier(nearest, lookAt);
    if (!clock.isPast(wakeAt) && (await clock.until(wakeAt, isNews))) {
      if (inbox.count > seen) {
        taken = inbox.count;
        open = await advance(deskId);
        // A task that was opened today has no moment before tomorrow morning, so a busy desk asks once a day.
        if (looksAfterTasks) lookAt = earlier(clock.tomorrowMorning(), lookAt);
      }
      if (inbox.moves !== movesSeen && looksAfterTasks) {
        moves = inbox.moves;
        // A case may have ended by itself: its family has used the money.
        if (patched('cases-end-by-use')) open = await advance(deskId);
        lookAt = await nextMoment(deskId);
      }
    } else if (lookAt !== undefined && clock.isPast(lookAt)) {
      lookAt = await nextMoment(deskId);
      if (lookAt !== undefined && clock.isPast(lookAt)) lookAt = (await activities.escalateDesk(deskId))?.dueAt;
    } else if (escalations < schedule.escalateAt.length) {
      await activities.escalateDesk(deskId);
      escalations += 1;
    } else {
      open = await activities.lapseDesk(deskId);
    }
  }
  return { open };
}

const earlier = (one: string, other: string | undefined): string =>
  other === undefined || Date.parse(one) <= Date.parse(other) ? one : other;

async function nextMoment(deskId: string): Promise<string | undefined> {
  return (await activities.deskMoment(deskId))?.dueAt;
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
