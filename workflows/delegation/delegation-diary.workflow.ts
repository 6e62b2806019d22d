import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Gives back what is held by delegations on the morning after their last day; decisions by them are refused from the day itself. */
export async function delegationDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.endDelegations());
  await continueAsNew<typeof delegationDiaryWorkflow>();
}
