import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { longActivities } from '../tasks/activities.js';

/** Mails what people are told, as each of them has set: at once, at the hour of the digest, and again after a failure. */
export async function mailDiaryWorkflow(): Promise<void> {
  await keepDiary(() => longActivities.sendMails());
  await continueAsNew<typeof mailDiaryWorkflow>();
}
