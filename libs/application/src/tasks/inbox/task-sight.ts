import { type Actor, appointmentFor, covers, DomainError, servesAt, territoriesWith } from '#domain';
import type { TaskContext } from '#persistence';

/** Whoever could act or observes sees a task, and so does whoever may read tasks where it lies. Throws TASK_UNKNOWN for the rest. */
export function demandSight(actor: Actor, task: TaskContext): void {
  const others = (actor.standsFor ?? []).map((one) => one.appointment);
  const mayAct = servesAt({ ...actor, appointments: [...actor.appointments, ...others] }, task) !== undefined;
  const mayRead = territoriesWith(actor, 'task:read').some((scope) => covers(scope, task.territoryCode));
  const observes = task.observers.some((role) => appointmentFor(actor, role, task.territoryCode) !== undefined);
  if (!mayAct && !mayRead && !observes)
    throw new DomainError('TASK_UNKNOWN', 'the task lies outside the reader’s territory');
}
