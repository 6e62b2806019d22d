import type { EntityManager } from 'typeorm';
import { isComplete, isOpen } from '#domain';
import { type ApprovalGroupRow, ApprovalRequestRepository, type TaskContext, type NewDecision } from '#persistence';

/** What one officer's decision amounts to where several must approve. */
export interface VoteCount {
  /** The approval stands, or falls, with it. */
  readonly isLast: boolean;
  /** The task by which the workflow is told; null where other offices are awaited, undefined where this one still is. */
  readonly reportedTaskId: string | null | undefined;
  /** How many officers must still approve. */
  readonly stillNeeded: number;
}

/**
 * Counts a decision on a locked task, under the lock of its whole approval. Without a policy it is the only one. One
 * return is enough to send the artefact back, and closes the other offices' tasks. Throws ALREADY_APPROVED.
 */
export async function countVote(manager: EntityManager, task: TaskContext, decision: NewDecision): Promise<VoteCount> {
  if (task.approvalRequestId === null) return { isLast: true, reportedTaskId: task.id, stillNeeded: 0 };
  const requests = new ApprovalRequestRepository(manager);
  await requests.vote(task, decision);
  const groups = await requests.groups(task.approvalRequestId);
  const gate = groups.find(({ isGate }) => isGate);
  if (gate === undefined) throw new Error('an approval has the task for which its workflow waits');
  if (decision.outcome !== 'approved') {
    await requests.exitOthers(task);
    return { isLast: true, reportedTaskId: gate.taskId, stillNeeded: 0 };
  }
  const open = missingIn(groups);
  const own = groups.find(({ taskId }) => taskId === task.id);
  if (own === undefined || missing(own) > 0) return { isLast: false, reportedTaskId: undefined, stillNeeded: open };
  return { isLast: open === 0, reportedTaskId: open === 0 ? gate.taskId : null, stillNeeded: open };
}

/** How many officers the approval of a task still waits for; 0 where one officer decides, or the approval is over. */
export async function stillNeeded(manager: EntityManager, { approvalRequestId }: TaskContext): Promise<number> {
  if (approvalRequestId === null) return 0;
  const groups = await new ApprovalRequestRepository(manager).groups(approvalRequestId);
  return missingIn(groups.filter(({ state }) => isOpen(state)));
}

/** Officers whom a group still waits for: enough of them, and those who were asked for by name. */
export function missing({ pinned, approvals }: ApprovalGroupRow): number {
  if (isComplete(pinned, approvals)) return 0;
  return Math.max(1, pinned.needed - new Set(approvals.map(({ officerId }) => officerId)).size);
}

const missingIn = (groups: readonly ApprovalGroupRow[]): number =>
  groups.reduce((sum, group) => sum + missing(group), 0);
