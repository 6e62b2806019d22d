import { continueAsNew } from '@temporalio/workflow';
import { keepDiary } from '../calendar/diary.js';
import { activities } from '../tasks/activities.js';

/**
 * Follows one complaint until it has its answer and the term of appeal is over: sends it up where a day passes without one, and lets the clock
 * run again after a wait. It never answers or closes by itself what nobody answered.
 */
export async function complaintWorkflow(complaintId: string): Promise<void> {
  const isOver = await keepDiary(async () => {
    const look = await activities.followComplaint(complaintId);
    return 'dueAt' in look ? look : 'over';
  });
  if (!isOver) await continueAsNew<typeof complaintWorkflow>(complaintId);
}
