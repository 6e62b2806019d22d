import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/** Tells of open approvals that those who are left cannot complete, every morning and whenever somebody may have left. */
export async function approvalDiaryWorkflow(): Promise<void> {
  await keepDiary(() => activities.alertHeldApprovals());
  await continueAsNew<typeof approvalDiaryWorkflow>();
}
