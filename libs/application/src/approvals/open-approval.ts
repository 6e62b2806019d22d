import type { EntityManager } from 'typeorm';
import {
  ApprovalRequestRepository,
  type NewTask,
  NotificationRepository,
  type OpenedTask,
  TaskRepository,
} from '#persistence';
import { alertHeld } from './alert-held.js';

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
  const observers = await new ApprovalRequestRepository(manager).observersOf(requestId);
  const { kind, territoryCode, dueOn } = task;
  for (const role of observers) {
    await new NotificationRepository(manager).tellOffice(role, territoryCode, {
      ...{ kind: 'approval.opened', key: `approval:${taskId}`, taskId, details: { kind, territoryCode, dueOn } },
    });
  }
}
