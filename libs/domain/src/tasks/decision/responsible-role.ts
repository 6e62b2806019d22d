import { type TaskKind, taskRule } from '../../stages/stage-catalogue.js';
import { type Actor, appointmentFor } from '../../organisation/actor.js';
import type { Role } from '../../organisation/role.js';
import type { Appointment } from '../../organisation/appointments/appointment.js';

/** The role at which a task lies: the grantor's that it was returned to, or that of its kind in the catalogue. */
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

/** The roles that may own a task: the responsible one, and those that were added because it stayed late. */
export const ownerRoles = (task: Omit<OwnedTask, 'territoryCode'>): readonly Role[] => [
  responsibleRoleOf(task),
  ...(task.addedRoles ?? []),
];

/** The appointment by which somebody may own a task; one of the responsible role before one that was added. */
export function servesAt(actor: Actor, task: OwnedTask): Appointment | undefined {
  return ownerRoles(task)
    .map((role) => appointmentFor(actor, role, task.territoryCode))
    .find((held) => held !== undefined);
}
