import { activities } from '../tasks/activities.js';
import type { DecisionInbox } from '../tasks/decision-inbox.js';
import { decided } from '../tasks/human-task.js';

/**
 * Stage 1: PPK, then KPA approve the quotas that the programme officer prepared; a return goes back to the officer, and
 * so does what the budget no longer covers.
 * Ends when the allocation stands in the ledger and every city has its mandate. Returns the cities' codes.
 */
export async function allocate(inbox: DecisionInbox, periodId: string): Promise<string[]> {
  const subject = { periodId, cityCode: 'ID', territoryCode: 'ID', type: 'period', id: periodId } as const;
  await activities.startAllocation(periodId);
  for (;;) {
    const verified = await decided(inbox, 'allocation.verify', subject);
    if (verified.outcome === 'approved') {
      const approved = await decided(inbox, 'allocation.approve', subject);
      const cities = approved.outcome === 'approved' ? await activities.postAllocation(periodId) : [];
      // None: the budget has become too small since, and the officer mends the quotas.
      if (cities.length > 0) return cities;
    }
    await decided(inbox, 'allocation.prepare', subject);
  }
}
