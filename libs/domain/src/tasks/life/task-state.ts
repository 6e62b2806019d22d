/** WS-HumanTask 1.1 states; `created` is a task whose office nobody holds, `obsolete` one that was skipped. */
export const TASK_STATES = [
  'created',
  'ready',
  'reserved',
  'in_progress',
  'suspended',
  'completed',
  'failed',
  'exited',
  'obsolete',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What "open" means, here and in every query: somebody still has to act, now or when a suspension ends. */
export const OPEN_STATES: readonly TaskState[] = ['created', 'ready', 'reserved', 'in_progress', 'suspended'];
export const isOpen = (state: TaskState): boolean => OPEN_STATES.includes(state);
