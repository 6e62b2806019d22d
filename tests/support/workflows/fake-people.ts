import { type DeliveredDecision, type StageName, type TaskEnd, type TaskKind, taskRule } from '#domain';
import type { TaskRequest } from '#application';

export interface FakeTask extends TaskRequest {
  readonly taskId: string;
}

export interface FakeDecision {
  readonly outcome: TaskEnd;
  readonly returnTo?: StageName;
  readonly kelurahanCodes?: readonly string[];
}

/** What somebody does with a task as soon as it is there; undefined leaves it to the spec. */
export type People = (task: FakeTask) => FakeDecision | undefined;

/** Everybody agrees at once. */
export const everybodyAgrees: People = ({ kind }) => ({ outcome: taskRule(kind).outcomes[0] ?? 'approved' });

/** Everybody agrees, but for the first task of a kind (about a place, when given), which is decided so. */
export function atFirst(kind: TaskKind, decision: FakeDecision, territoryCode?: string): People {
  const first: { taskId?: string } = {};
  return (task) => {
    if (task.kind !== kind || task.subject.territoryCode !== (territoryCode ?? task.subject.territoryCode)) {
      return everybodyAgrees(task);
    }
    first.taskId ??= task.taskId;
    return task.taskId === first.taskId ? decision : everybodyAgrees(task);
  };
}

/** Nobody does anything about this kind; everybody agrees to the rest. */
export const nobodyDecides =
  (...kinds: TaskKind[]): People =>
  (task) =>
    kinds.includes(task.kind) ? undefined : everybodyAgrees(task);

export const deliveredOf = (task: FakeTask, decision: FakeDecision): DeliveredDecision => ({
  taskId: task.taskId,
  kind: task.kind,
  outcome: decision.outcome,
  ...(decision.returnTo === undefined ? {} : { returnTo: decision.returnTo }),
});
