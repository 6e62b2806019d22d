import { executeChild } from '@temporalio/workflow';
import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { activities, longActivities } from '../tasks/activities.js';
import { decided } from '../tasks/human-task.js';
import { paymentOrderWorkflow } from './payment-order.workflow.js';

/** The PPK requests (SPP, SPM), the treasurer releases (SP2D), and the order goes to the bank. */
export const paymentStage: StageRunner = async (city) => {
  const { inbox, periodId, cityCode } = city;
  const orderId = await activities.draftOrder(required(city.decreeId, 'decreeId'));
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'order', id: orderId } as const;
  await decided(inbox, 'payment.request', subject);
  const released = await decided(inbox, 'payment.release', subject);
  if (released.outcome === 'returned') return advanceTo('payment');
  await longActivities.releaseOrder(orderId);
  const { isRefused } = await executeChild(paymentOrderWorkflow, { workflowId: `order:${orderId}`, args: [orderId] });
  // Nothing was paid: the PPK requests it anew when the bank's reason is mended.
  if (isRefused) return advanceTo('payment');
  city.orderId = orderId;
  return advanceTo('distribution');
};
