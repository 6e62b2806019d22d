import type { TaskLife } from '#domain';
import type { TaskRow } from '../task.types.js';

/** The part of a row that its life cycle moves. */
export const lifeOf = (task: TaskRow): TaskLife => ({
  state: task.state,
  ownerId: task.ownerId,
  delegatedBy: task.delegatedBy,
  delegationId: task.delegationId,
  potentialOwners: task.potentialOwners,
  resumeState: task.resumeState,
  suspendedOn: task.suspendedOn,
  suspendedUntil: task.suspendedUntil,
});
