import { longActivities } from '../tasks/activities.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';
import { BankArrivals, isToldOfArrivals } from './bank-arrivals.js';

/**
 * Sends an order to the bank and waits until every instruction has an outcome, or the bank has refused the order whole.
 * Sending again sends the same file under the same message id, which the bank refuses to pay twice.
 */
export async function paymentOrderWorkflow(orderId: string): Promise<{ isRefused: boolean }> {
  const arrivals = new BankArrivals();
  await longActivities.sendOrder(orderId);
  const clock = isToldOfArrivals() ? await ProgrammeClock.start() : undefined;
  const { isRefused } = await arrivals.answer(clock, () => longActivities.collectStatus(orderId));
  return { isRefused };
}
