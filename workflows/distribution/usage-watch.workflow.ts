import { activities, longActivities } from '../tasks/activities.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';

/**
 * Between the cut-off and the deadline the bank is asked every so many days who has used their money since: a family that
 * transacts late needs no visit. Waits for no answer; whatever comes is taken in when it comes. Ends by itself before the
 * last day of use, which the return asks for.
 */
export async function usageWatchWorkflow(orderId: string): Promise<void> {
  const clock = await ProgrammeClock.start();
  for (;;) {
    const next = await activities.nextUsageLook(orderId);
    if (next === null) return;
    await clock.until(next.lookAt);
    await longActivities.requestUsageToday(orderId);
  }
}
