import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Ends ways back into accounts that nobody confirmed by their day, and tells of it once; silence confirms nothing. */
export async function accountDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.lapseAccountResets());
  await continueAsNew<typeof accountDiaryWorkflow>();
}
