import type { EntityManager } from 'typeorm';
import type { Role } from '#domain';
import { rowOf } from '../shared/unit-of-work.js';
import { NotificationRepository } from '../notifications/notification.repository.js';
import { TaskRepository } from '../tasks/task.repository.js';
import type { NewTask, OpenedTask } from '../tasks/task.types.js';
import { alertHeld } from './alert-held.js';
import { ApprovalRequestRepository } from './approval-request.repository.js';

/**
 * Opens a task, and where a policy asks for it one for each further office; observers are told, and whoever must know that
 * an office cannot give what is asked of it. Returns the task for which the workflow waits; a repeat finds the first.
 */
export async function openApproval(manager: EntityManager, task: NewTask): Promise<OpenedTask> {
  const parts = await new ApprovalRequestRepository(manager).divide(task);
  const opened = await new TaskRepository(manager).open(parts);
  const gate = opened.find(({ stepKey }) => stepKey === task.stepKey);
  if (gate === undefined) throw new Error('an opened task has a row');
  const requestId = parts[0]?.approvalRequestId;
  if (requestId === undefined) return gate;
  await tellObservers(manager, requestId, task, gate.taskId);
  await alertHeld(manager, requestId);
  return gate;
}

async function tellObservers(manager: EntityManager, requestId: string, task: NewTask, taskId: string): Promise<void> {
  const request = await rowOf<{ observers: Role[] }>(manager, 'select observers from approval_request where id = $1', [
    requestId,
  ]);
  const { kind, territoryCode, dueOn } = task;
  for (const role of request?.observers ?? []) {
    await new NotificationRepository(manager).tellOffice(role, territoryCode, {
      ...{ kind: 'approval.opened', key: `approval:${taskId}`, taskId, details: { kind, territoryCode, dueOn } },
    });
  }
}
