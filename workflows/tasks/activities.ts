import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivityRegistry } from '#activities/registry/activity-registry.js';

/**
 * The worker reports every running activity as alive, so one whose worker was killed starts again within seconds.
 * Activities are repeated until they succeed: a period must outlive a bank's broken file or a database that is away,
 * and the operator sees the last failure meanwhile.
 */
const HEARTBEAT = '10 seconds';

/** Short work on the database. */
export const activities = proxyActivities<ActivityRegistry>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: HEARTBEAT,
  retry: { initialInterval: '500ms', maximumInterval: '30 seconds' },
});

/** Work over whole lists and files of the bank. */
export const longActivities = proxyActivities<ActivityRegistry>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: HEARTBEAT,
  retry: { initialInterval: '1 second', maximumInterval: '2 minutes' },
});

/**
 * The same work done inside the workflow's own step, for what many workflows do all day: a quarter of the server's
 * writes. One attempt: what fails here is done again by `activities`, where operators see it and its last failure.
 */
export const localActivities = proxyLocalActivities<ActivityRegistry>({
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 1 },
});
