import { type TaskKind, taskRule } from '../../stages/stage-catalogue.js';
import { type Actor, appointmentFor } from '../../organisation/actor.js';
import type { Role } from '../../organisation/role.js';
import type { Appointment } from '../../organisation/appointments/appointment.js';

/** Whose desk a task lies on: where it was handed back to, or the office of its kind in the catalogue. */
export const responsibleRoleOf = (task: {
  readonly kind: TaskKind;
  readonly responsibleRole?: Role | undefined;
}): Role => task.responsibleRole ?? taskRule(task.kind).role;

interface OwnedTask {
  readonly kind: TaskKind;
  readonly responsibleRole?: Role | undefined;
  readonly addedRoles?: readonly Role[] | undefined;
  readonly territoryCode: string;
}

/** The roles that may own a task: its desk's, and those that were added because it stayed late. */
export const ownerRoles = (task: Omit<OwnedTask, 'territoryCode'>): readonly Role[] => [
  responsibleRoleOf(task),
  ...(task.addedRoles ?? []),
];

/** The appointment by which somebody may own a task; one at its own desk before one that was added. */
export function servesAt(actor: Actor, task: OwnedTask): Appointment | undefined {
  return ownerRoles(task)
    .map((role) => appointmentFor(actor, role, task.territoryCode))
    .find((held) => held !== undefined);
}
