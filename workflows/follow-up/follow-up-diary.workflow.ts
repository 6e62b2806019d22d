import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Ends requests that nobody answered, and suspensions that nobody verified; brings into force those whose term of objection is over. */
export async function followUpDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.keepFollowUp());
  await continueAsNew<typeof followUpDiaryWorkflow>();
}
