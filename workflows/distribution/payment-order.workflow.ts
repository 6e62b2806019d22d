import { sleep } from '@temporalio/workflow';
import { longActivities } from '../tasks/activities.js';

const FIRST_LOOK_MS = 1_000;
const LAST_LOOK_MS = 5 * 60_000;

/**
 * Sends an order to the bank and takes in its answers until every instruction has an outcome. Sending again sends the
 * same file under the same message id, which the bank refuses to pay twice; a file that came before is not applied.
 */
export async function paymentOrderWorkflow(orderId: string): Promise<{ outstanding: number }> {
  await longActivities.sendOrder(orderId);
  for (let waitMs = FIRST_LOOK_MS; ; waitMs = Math.min(waitMs * 2, LAST_LOOK_MS)) {
    const { outstanding, isAnswered } = await longActivities.collectStatus(orderId);
    if (isAnswered && outstanding === 0) return { outstanding };
    await sleep(waitMs);
  }
}
