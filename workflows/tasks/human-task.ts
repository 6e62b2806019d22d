import { workflowInfo } from '@temporalio/workflow';
import type { DeliveredDecision, TaskKind } from '#domain';
import { activities } from './activities.js';
import type { DecisionInbox } from './decision-inbox.js';

export interface TaskSubject {
  readonly periodId: string;
  readonly cityCode: string;
  readonly territoryCode: string;
  readonly type: 'period' | 'mandate' | 'roster' | 'decree' | 'order' | 'return' | 'report';
  readonly id: string;
}

/**
 * Opens a task and waits for its decision. Silence escalates; it never decides. A step that comes again
 * after a return is a new task; a replay or a retry of the activity finds the task it opened before.
 */
export async function decided(inbox: DecisionInbox, kind: TaskKind, subject: TaskSubject): Promise<DeliveredDecision> {
  const step = `${kind}:${subject.territoryCode}:${subject.id}`;
  const task = await activities.openTask({
    workflowId: workflowInfo().workflowId,
    stepKey: `${step}:${inbox.attemptOf(step)}`,
    kind,
    subject,
  });
  return inbox.on(task.taskId, { dueAt: task.dueAt, whenLate: () => activities.escalate(task.taskId) });
}
