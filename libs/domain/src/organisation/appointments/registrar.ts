import type { Actor } from '../actor.js';
import { hasPower } from '../power.js';
import type { Role } from '../role.js';
import { covers, type TerritoryLevel } from '../../territories/territory.js';
import type { AppointmentRefusal } from './appointment-facts.js';

/** A post that somebody is to be entered in, or taken out of. */
export interface RegisteredPost {
  readonly role: Role;
  readonly level: TerritoryLevel;
  readonly territoryCode: string;
}

/** Heads whom the city's own Dinas does not enter: the one stands above it, the other is itself. */
const CITY_HEADS: readonly Role[] = ['mayor', 'dinsos_head'];

const keeps = (role: Role, scope: string, post: RegisteredPost): boolean => {
  // A peer is entered by somebody else: two who make each other are one.
  if (role === post.role) return false;
  if (role === 'kpa') return post.role === 'programme_officer';
  if (role === 'programme_officer') {
    return post.level === 'nation' || post.level === 'province' || CITY_HEADS.includes(post.role);
  }
  return post.level !== 'nation' && post.role !== 'mayor' && covers(scope, post.territoryCode);
};

/**
 * Whether the actor keeps the register of this post: the ministry for the nation, the provinces, the payers and the
 * heads of a city; the KPA for the ministry's registrars; the head of Dinas Sosial for the city and below. Whoever stands in keeps none: appointing is a
 * matter of posts, which the law keeps from Plt and Plh (UU 30/2014 Art. 14 (7)).
 */
export const keepsRegisterOf = (actor: Actor, post: RegisteredPost): boolean =>
  actor.appointments.some(
    ({ role, territoryCode, acting }) =>
      acting === undefined && hasPower([role], 'organisation:write') && keeps(role, territoryCode, post),
  );

/** Every reason why the actor may not enter this for this officer. */
export function whyNotRegistered(
  actor: Actor,
  officerId: string | undefined,
  post: RegisteredPost,
): AppointmentRefusal[] {
  if (officerId === actor.officerId) return [{ code: 'OWN_APPOINTMENT', field: 'officerId', details: {} }];
  if (keepsRegisterOf(actor, post)) return [];
  return [{ code: 'REGISTER_NOT_YOURS', field: 'officeId', details: { role: post.role } }];
}
