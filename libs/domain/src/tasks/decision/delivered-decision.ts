import type { TaskKind } from '../../stages/stage-catalogue.js';
import type { Outcome } from '../../stages/task-rule.js';
import type { StageName } from '../../stages/stages.js';

/** How a task ended, as its workflow is told: decided, skipped where its kind allows, or failed and to be done anew. */
export type TaskEnd = Outcome | 'skipped' | 'failed';

/** What a workflow is told of a task's end, and all it is told: ids and codes, never a reason or a name. */
export interface DeliveredDecision {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly outcome: TaskEnd;
  readonly returnTo?: StageName;
}
