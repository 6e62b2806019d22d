import { workflowInfo } from '@temporalio/workflow';
import type { DeliveredDecision, OpenedSubject, TaskEnd, TaskKind } from '#domain';
import { activities } from './activities.js';
import type { DecisionInbox } from './decision-inbox.js';

export interface TaskSubject {
  readonly periodId: string;
  readonly cityCode: string;
  readonly territoryCode: string;
  readonly type: OpenedSubject;
  readonly id: string;
}

/** How a step ended: a task that failed has been opened anew by then. */
export type Decided = DeliveredDecision & { readonly outcome: Exclude<TaskEnd, 'failed'> };

const isDone = (end: DeliveredDecision): end is Decided => end.outcome !== 'failed';

/**
 * Opens a task and waits for its end. Silence escalates; it never decides. A step that comes again after a return, or
 * whose task failed, is a new task; a replay or a retry of the activity finds the task it opened before. A workflow that
 * runs again under the same id says which `round` of the step this is.
 */
export async function decided(
  inbox: DecisionInbox,
  kind: TaskKind,
  subject: TaskSubject,
  round?: string,
): Promise<Decided> {
  const step = [kind, subject.territoryCode, subject.id, ...(round === undefined ? [] : [round])].join(':');
  for (;;) {
    const task = await activities.openTask({
      workflowId: workflowInfo().workflowId,
      stepKey: `${step}:${inbox.attemptOf(step)}`,
      kind,
      subject,
    });
    const end = await inbox.on(task.taskId, { dueAt: task.dueAt, whenLate: () => activities.escalate(task.taskId) });
    if (isDone(end)) return end;
  }
}
