import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Ends mandates on the morning after their last day. Decisions are refused from the day itself, whether this has run or not. */
export async function mandateDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.endMandates());
  await continueAsNew<typeof mandateDiaryWorkflow>();
}
