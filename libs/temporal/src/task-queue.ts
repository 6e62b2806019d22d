/** All workflows and activities of one installation share a queue; workers are alike. */
export const TASK_QUEUE = 'amanah';
