import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Ends changes of families' records that nobody decided by their day, and tells of it once; silence confirms nothing. */
export async function familyDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.lapseFamilyChanges());
  await continueAsNew<typeof familyDiaryWorkflow>();
}
