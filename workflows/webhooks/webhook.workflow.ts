import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { longActivities } from '../tasks/activities.js';

/** Sends to one endpoint, so that a slow receiver holds up no other, until it has ended; a quiet year costs nothing. */
export async function webhookWorkflow(endpointId: string): Promise<void> {
  const isOver = await keepDiary(async () => {
    const look = await longActivities.sendWebhooks(endpointId);
    return look !== null && 'isOver' in look ? 'over' : look;
  });
  if (!isOver) await continueAsNew<typeof webhookWorkflow>(endpointId);
}
