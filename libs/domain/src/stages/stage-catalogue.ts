import { PAYMENT_TASKS } from './task-rules/distribution.js';
import { ENDORSEMENT_TASKS } from './task-rules/endorsement.js';
import { FOLLOW_UP_TASKS } from './task-rules/follow-up.js';
import { ACCEPTANCE_TASKS } from './task-rules/mandates.js';
import { ALLOCATION_TASKS } from './task-rules/periods.js';
import { REPORTING_TASKS } from './task-rules/reporting.js';
import { ROSTER_TASKS } from './task-rules/rosters.js';
import type { TaskRule } from './task-rule.js';

/**
 * Every kind of human task: who decides it, in which capacity, with which outcomes. The API's guards, the workflows,
 * the inbox and the documentation all read this table. Roles follow Permensos 5/2021 Art. 45-47 and PMK 254/2015.
 */
export const TASK_RULES = {
  ...ALLOCATION_TASKS,
  ...ACCEPTANCE_TASKS,
  ...ROSTER_TASKS,
  ...ENDORSEMENT_TASKS,
  ...PAYMENT_TASKS,
  ...FOLLOW_UP_TASKS,
  ...REPORTING_TASKS,
} as const;

export type TaskKind = keyof typeof TASK_RULES;
export const TASK_KINDS = Object.keys(TASK_RULES) as TaskKind[];

/** The rule of a kind, with its columns as wide as the table allows. */
export const taskRule = (kind: TaskKind): TaskRule => TASK_RULES[kind];
