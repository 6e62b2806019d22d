import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { ActivityRegistry } from '#activities/registry/activity-registry.js';

const HOUR_MS = 3_600_000;
const HOURS_IN_A_RUN = 48;

/** One look after another inside an activity: a second of waiting costs no event. */
const longActivities = proxyActivities<ActivityRegistry>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/** Watches the outbox of a bank or post office for ever, the common one's unless named; operators see here since when it can't be reached. */
export async function bankMailboxWorkflow(...named: [] | [name: string]): Promise<void> {
  for (let hour = 0; hour < HOURS_IN_A_RUN; hour += 1) await longActivities.watchMailbox(HOUR_MS, ...named);
  await continueAsNew<typeof bankMailboxWorkflow>(...named);
}
