import { patched, startChild } from '@temporalio/workflow';
import { advanceTo, required, type RunsOrder, type StageRunner } from '../periods/city-period.js';
import { activities, longActivities } from '../tasks/activities.js';
import { BankArrivals } from './bank-arrivals.js';
import { usageWatchWorkflow } from './usage-watch.workflow.js';

/**
 * Payments that failed are repaired beside. Families use their money until the cut-off day; then the bank is asked who did. "Did not transact" is said only of
 * a family whose credit is confirmed: an empty account is never the family's fault. Who transacts later is heard of, too.
 */
export const distributionStage: StageRunner = async (city) => {
  const { periodId, cityCode } = city;
  const orderId = required(city.orderId, 'orderId');
  const arrivals = new BankArrivals();
  if (patched('payment-repair')) {
    city.repair = await startChild<RunsOrder>('paymentRepairWorkflow', {
      workflowId: `repair:${orderId}`,
      args: [{ periodId, cityCode, orderId }],
    });
  }
  const schedule = await activities.usageSchedule(orderId);
  await city.clock.until(schedule.cutOffAt);
  await longActivities.requestUsage(orderId);
  await arrivals.answer(city.clock, () => longActivities.collectUsage(orderId));
  if (patched('usage-watch')) {
    await startChild(usageWatchWorkflow, {
      workflowId: `usage:${orderId}`,
      args: [orderId],
      parentClosePolicy: 'ABANDON',
    });
  }
  city.returnOn = schedule.returnOn;
  return advanceTo('follow-up');
};
