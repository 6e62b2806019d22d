import { setHandler } from '@temporalio/workflow';
import type { BreakDeskState } from '#domain';
import { lookAgainSignal } from '../calendar/diary.messages.js';
import { activities, longActivities } from '../tasks/activities.js';
import { DecisionInbox } from '../tasks/decision-inbox.js';
import { decided } from '../tasks/human-task.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';

/**
 * The desk of an order's breaks: one proposes, another settles, round after round, while any waits for people. Breaks that
 * files settle by themselves are left to them until their deadline. Ends when none is open; whoever opens the next one
 * starts it again.
 */
export async function breakDeskWorkflow(orderId: string): Promise<void> {
  let notified = 0;
  setHandler(lookAgainSignal, () => {
    notified += 1;
  });
  const clock = await ProgrammeClock.start();
  const inbox = new DecisionInbox(clock);
  for (;;) {
    const toldBefore = notified;
    const isNews = (): boolean => notified !== toldBefore;
    const desk = await activities.breakDesk(orderId);
    if (desk.breaks > 0) await settleRound(inbox, orderId, desk);
    else if (desk.nextAt !== null) await clock.until(desk.nextAt, isNews);
    else if (!isNews()) return;
  }
}

/** Two signatures over one list of proposals. Returned, it is proposed anew; skipped, files have settled everything. */
async function settleRound(
  inbox: DecisionInbox,
  orderId: string,
  { periodId, cityCode, round }: BreakDeskState,
): Promise<void> {
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'order', id: orderId } as const;
  const proposed = await decided(inbox, 'breaks.propose', subject, `${round}`);
  if (proposed.outcome === 'skipped') return;
  const settled = await decided(inbox, 'breaks.settle', subject, `${round}`);
  if (settled.outcome === 'approved') await longActivities.settleBreaks(orderId, round);
}
