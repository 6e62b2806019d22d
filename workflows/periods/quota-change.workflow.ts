import { activities } from '../tasks/activities.js';
import { DecisionInbox } from '../tasks/decision-inbox.js';
import { decided } from '../tasks/human-task.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';

export interface QuotaChangeInput {
  readonly periodId: string;
  readonly changeId: string;
}

/**
 * Quotas of a running period on their way to others: PPK, then KPA sign what the programme officer proposed, and it holds; whoever refuses
 * ends it. What has become impossible by then lapses.
 */
export async function quotaChangeWorkflow({ periodId, changeId }: QuotaChangeInput): Promise<void> {
  const inbox = new DecisionInbox(await ProgrammeClock.start());
  const subject = { periodId, cityCode: 'ID', territoryCode: 'ID', type: 'quota', id: changeId } as const;
  for (const kind of ['quota.verify', 'quota.approve'] as const) {
    const { outcome } = await decided(inbox, kind, subject);
    if (outcome !== 'approved') return activities.refuseQuotaChange(changeId);
  }
  await activities.applyQuotaChange(changeId);
}
