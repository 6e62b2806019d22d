import type { Outcome, StageName, TaskKind } from '../stages/stage-catalogue.js';

/** What a workflow is told of a decision, and all it is told: ids and codes, never a reason or a name. */
export interface DeliveredDecision {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly outcome: Outcome;
  readonly returnTo?: StageName;
}
