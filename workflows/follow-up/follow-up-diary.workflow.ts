import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Ends requests of follow-up cases that nobody answered by their day, and tells of it once. */
export async function followUpDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.lapseCaseRequests());
  await continueAsNew<typeof followUpDiaryWorkflow>();
}
