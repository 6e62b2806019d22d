import type { Role } from '../../organisation/role.js';
import { supervisorOf } from '../../organisation/supervisor.js';
import { TASK_KINDS, type TaskKind, taskRule } from '../../stages/stage-catalogue.js';

/**
 * The office that becomes an owner, beside those there are, when a task stays late: the one above, where it signs
 * nothing else in the same chain, for otherwise it could no longer sign its own line. Undefined where being told is all
 * that the office above gets, and where the task was returned to the grantor.
 */
export function ownerToAdd(kind: TaskKind, responsibleRole: Role): Role | undefined {
  const { role, chain, ownOfficeOnly } = taskRule(kind);
  const above = supervisorOf(responsibleRole);
  if (above === undefined || responsibleRole !== role || ownOfficeOnly) return undefined;
  const signsItself = TASK_KINDS.map(taskRule).some((other) => other.chain === chain && other.role === above);
  return signsItself ? undefined : above;
}

/** Every role that can become an added owner; no other inbox needs to look for such tasks. */
export const ADDABLE_ROLES: ReadonlySet<Role> = new Set(
  TASK_KINDS.map((kind) => ownerToAdd(kind, taskRule(kind).role)).filter((role) => role !== undefined),
);
