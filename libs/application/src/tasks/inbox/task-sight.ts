import { type Actor, appointmentFor, covers, DomainError, type Power, servesAt, territoriesWith } from '#domain';
import type { TaskContext } from '#persistence';

/** Whether somebody could own the task, as themselves or for an absent officer. */
function mayAct(actor: Actor, task: TaskContext): boolean {
  const others = (actor.standsFor ?? []).map((one) => one.appointment);
  return servesAt({ ...actor, appointments: [...actor.appointments, ...others] }, task) !== undefined;
}

const reads = (actor: Actor, power: Power, task: TaskContext): boolean =>
  territoriesWith(actor, power).some((scope) => covers(scope, task.territoryCode));

/** Whoever could act or observes sees a task, and so does whoever may read tasks where it lies. Throws TASK_UNKNOWN for the rest. */
export function demandSight(actor: Actor, task: TaskContext): void {
  const observes = task.observers.some((role) => appointmentFor(actor, role, task.territoryCode) !== undefined);
  if (!mayAct(actor, task) && !reads(actor, 'task:read', task) && !observes)
    throw new DomainError('TASK_UNKNOWN', 'the task lies outside the reader’s territory');
}

/**
 * A paper beside a task may show a family: it is for those who work on the task, and for those who read about the families
 * of its place. A bank officer or a province's observer sees the task and never its papers.
 */
export const readsPapers = (actor: Actor, task: TaskContext): boolean =>
  mayAct(actor, task) || reads(actor, 'roster:read', task);
