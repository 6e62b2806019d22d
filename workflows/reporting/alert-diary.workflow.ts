import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { longActivities } from '../tasks/activities.js';

/** Looks at what rules watch every morning, while there is any. */
export async function alertDiaryWorkflow(): Promise<void> {
  await keepDiary(() => longActivities.lookAtAlerts());
  await continueAsNew<typeof alertDiaryWorkflow>();
}
