export { connectClient, type TemporalTarget } from './client.js';
export { TASK_QUEUE } from './task-queue.js';
export { builtWorkflowBundle, bundleWorkflows, writeWorkflowBundle } from './workflow-bundle.js';
