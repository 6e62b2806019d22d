import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Reminds of sessions of outreach of which nobody said what came of them, once each. */
export async function outreachDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.remindOfOutreach());
  await continueAsNew<typeof outreachDiaryWorkflow>();
}
