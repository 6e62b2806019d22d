import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { longActivities } from '../tasks/activities.js';

/** Seals the audit trail every quarter of an hour. What is not sealed yet is sealed by the next look; nothing waits for it. */
export async function auditDiaryWorkflow(): Promise<void> {
  await keepDiary(() => longActivities.sealAudit());
  await continueAsNew<typeof auditDiaryWorkflow>();
}
