import { patched } from '@temporalio/workflow';
import { activities, longActivities } from '../tasks/activities.js';
import { DecisionInbox } from '../tasks/decision-inbox.js';
import { decided } from '../tasks/human-task.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';
import { BankArrivals } from './bank-arrivals.js';

export interface TreasuryReturnInput {
  readonly periodId: string;
  readonly cityCode: string;
  readonly orderId: string;
  /** ISO date; a family may use its money to the end of this day. */
  readonly returnOn: string;
}

/**
 * Waits for the deadline, asks who has used their money by then, has the PPK instruct the freeze, the bank debit and deposit, and the treasurer confirm the
 * receipt (NTPN). Ends when what was returned is what was held, less what families withdrew at the last moment.
 */
export async function treasuryReturnWorkflow(input: TreasuryReturnInput): Promise<void> {
  const arrivals = new BankArrivals();
  const clock = await ProgrammeClock.start();
  const inbox = new DecisionInbox(clock);
  const { periodId, cityCode, orderId } = input;
  await clock.until(await activities.returnStartsAt(input.returnOn));
  // Use is asked once more: what a family used since the cut-off is not taken back.
  if (patched('last-usage')) {
    await longActivities.requestLastUsage(orderId);
    await arrivals.answer(clock, () => longActivities.collectLastUsage(orderId));
  }
  if (!(await longActivities.prepareReturn(orderId))) return;
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'return', id: orderId } as const;
  await decided(inbox, 'return.instruct', subject);
  await longActivities.instructReturn(orderId);
  await arrivals.answer(clock, () => longActivities.collectReturn(orderId));
  await decided(inbox, 'return.confirm', subject);
  await activities.confirmReturn(orderId);
}
