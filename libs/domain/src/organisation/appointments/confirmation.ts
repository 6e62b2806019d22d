import type { Actor } from '../actor.js';
import { CONFIRMED_BY, type Role } from '../role.js';
import { covers } from '../../territories/territory.js';
import type { AppointmentRefusal } from './appointment-facts.js';

/** A post that was proposed, and by whom. */
export interface ProposedPost {
  readonly officerId: string;
  readonly role: Role;
  readonly territoryCode: string;
  readonly proposedBy: string | undefined;
}

/**
 * Every reason why the actor may not confirm that somebody holds this post: a second person does, by a post of their own
 * and not by standing in, and neither who proposed it nor whom it is about.
 */
export function whyNotConfirmed(actor: Actor, post: ProposedPost): AppointmentRefusal[] {
  const refuse = (code: string): AppointmentRefusal[] => [
    { code, field: 'appointmentId', details: { role: post.role } },
  ];
  if (actor.officerId === post.officerId) return refuse('OWN_APPOINTMENT');
  if (actor.officerId === post.proposedBy) return refuse('CONFIRM_OWN_PROPOSAL');
  const mayConfirm = actor.appointments.some(
    ({ role, territoryCode, acting }) =>
      acting === undefined && CONFIRMED_BY[post.role].includes(role) && covers(territoryCode, post.territoryCode),
  );
  return mayConfirm ? [] : refuse('CONFIRM_NOT_YOURS');
}
