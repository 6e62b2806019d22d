import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Reminds the office above of hand-overs that nobody has answered in time, once; nothing moves by itself. */
export async function handoverDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.remindOfHandovers());
  await continueAsNew<typeof handoverDiaryWorkflow>();
}
