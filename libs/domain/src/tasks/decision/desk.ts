import { type TaskKind, taskRule } from '../../stages/stage-catalogue.js';
import { type Actor, appointmentFor } from '../../organisation/actor.js';
import type { Role } from '../../organisation/role.js';
import type { Appointment } from '../../organisation/appointments/appointment.js';

/** Whose desk a task lies on: where it was handed back to, or the office of its kind in the catalogue. */
export const deskOf = (task: { readonly kind: TaskKind; readonly desk?: Role | undefined }): Role =>
  task.desk ?? taskRule(task.kind).role;

interface Desk {
  readonly kind: TaskKind;
  readonly desk?: Role | undefined;
  readonly addedRoles?: readonly Role[] | undefined;
  readonly territoryCode: string;
}

/** The roles that may own a task: its desk's, and those that were added because it stayed late. */
export const ownerRoles = (task: Omit<Desk, 'territoryCode'>): readonly Role[] => [
  deskOf(task),
  ...(task.addedRoles ?? []),
];

/** The appointment by which somebody may own a task; one at its own desk before one that was added. */
export function servesAt(actor: Actor, task: Desk): Appointment | undefined {
  return ownerRoles(task)
    .map((role) => appointmentFor(actor, role, task.territoryCode))
    .find((held) => held !== undefined);
}
