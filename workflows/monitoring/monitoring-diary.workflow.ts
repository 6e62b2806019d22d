import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Reminds of spot checks that nobody closed by their day, once each. */
export async function monitoringDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.remindOfSpotChecks());
  await continueAsNew<typeof monitoringDiaryWorkflow>();
}
