import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Hears of debit cards that nobody has brought on by their day, once each. */
export async function cardDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.remindOfCards());
  await continueAsNew<typeof cardDiaryWorkflow>();
}
