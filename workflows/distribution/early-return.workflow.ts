import { activities, longActivities } from '../tasks/activities.js';
import { DecisionInbox } from '../tasks/decision-inbox.js';
import { decided } from '../tasks/human-task.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';
import { BankArrivals } from './bank-arrivals.js';

export interface EarlyReturnInput {
  readonly periodId: string;
  readonly cityCode: string;
  readonly returnId: string;
}

/**
 * Money of chosen families on its way back, beside the return at the deadline and by the same road: the PPK instructs the freeze, the bank
 * debits and deposits, the treasurer confirms the receipt (NTPN). Ends without either when the deadline overtakes it, or when every family
 * has used its money before the PPK has decided.
 */
export async function earlyReturnWorkflow({ periodId, cityCode, returnId }: EarlyReturnInput): Promise<void> {
  const arrivals = new BankArrivals();
  const clock = await ProgrammeClock.start();
  const inbox = new DecisionInbox(clock);
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'return', id: returnId } as const;
  const { outcome } = await decided(inbox, 'return.instruct', subject);
  if (outcome !== 'approved' || !(await longActivities.instructReturn(returnId))) return;
  await arrivals.answer(clock, () => longActivities.collectReturn(returnId));
  await decided(inbox, 'return.confirm', subject);
  await activities.confirmReturn(returnId);
}
