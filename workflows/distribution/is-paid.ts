import { executeChild } from '@temporalio/workflow';
import type { CityPeriod } from '../periods/city-period.js';
import { longActivities } from '../tasks/activities.js';
import { decided } from '../tasks/human-task.js';
import { paymentOrderWorkflow } from './payment-order.workflow.js';

/**
 * The PPK requests (SPP, SPM), the treasurer releases (SP2D), and the order goes to the bank. False where the treasurer sent it back or the
 * bank refused it whole: nothing was paid, and the PPK requests it anew when the reason is mended.
 */
export async function isPaid({ inbox, periodId, cityCode }: CityPeriod, orderId: string): Promise<boolean> {
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'order', id: orderId } as const;
  await decided(inbox, 'payment.request', subject);
  const released = await decided(inbox, 'payment.release', subject);
  if (released.outcome === 'returned') return false;
  await longActivities.releaseOrder(orderId);
  const { isRefused } = await executeChild(paymentOrderWorkflow, { workflowId: `order:${orderId}`, args: [orderId] });
  return !isRefused;
}
