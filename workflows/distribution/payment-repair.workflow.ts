import type { ChildWorkflowHandle } from '@temporalio/workflow';
import type { OrderOfCity, RunsOrder } from '../periods/city-period.js';
import { activities, longActivities } from '../tasks/activities.js';
import { DecisionInbox } from '../tasks/decision-inbox.js';
import { decided } from '../tasks/human-task.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';
import { BankArrivals } from './bank-arrivals.js';
import { orderIds, startBeside } from './orders-beside.js';

/**
 * Waits for payments of an order that fail, has the city put down what becomes of each, and starts an order by each channel for those that are
 * paid again; round after round, until the last day of use. Ends when the orders it has started have ended. What nobody has
 * repaired by then stays failed, and its money with the payer.
 */
export async function paymentRepairWorkflow({ periodId, cityCode, orderId }: OrderOfCity): Promise<void> {
  const arrivals = new BankArrivals();
  const clock = await ProgrammeClock.start();
  const inbox = new DecisionInbox(clock);
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'order', id: orderId } as const;
  const started: ChildWorkflowHandle<RunsOrder>[] = [];
  for (;;) {
    const { families, round } = await arrivals.answer(clock, () => activities.failedPayments(orderId));
    if (families === 0) break;
    const { outcome } = await decided(inbox, 'payment.repair', subject, `${round}`);
    if (outcome !== 'approved') continue;
    const made = orderIds(await longActivities.reissuePayments(orderId, round));
    started.push(...(await startBeside({ periodId, cityCode }, made)));
  }
  await Promise.all(started.map((order) => order.result()));
}
