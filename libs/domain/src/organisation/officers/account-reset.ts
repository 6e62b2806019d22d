import { covers, type TerritoryLevel } from '../../territories/territory.js';
import type { Actor } from '../actor.js';
import type { AppointmentRefusal } from '../appointments/appointment-facts.js';
import { CONFIRMED_BY, type Role, ROLES, signs } from '../role.js';

/** What an officer has lost: the password, the second factor, or both. */
export const LOST_FACTORS = ['password', 'second_factor', 'both'] as const;
export type LostFactor = (typeof LOST_FACTORS)[number];

/** `objected` is the officer's own no; `used` is when they set a password by the code. */
export const ACCOUNT_RESET_STATES = [
  'proposed',
  'confirmed',
  'used',
  'refused',
  'withdrawn',
  'objected',
  'lapsed',
] as const;
export type AccountResetState = (typeof ACCOUNT_RESET_STATES)[number];

interface ResetPost {
  readonly role: Role;
  readonly territoryCode: string;
}

/** Who is asked for a way back in, and by whom. */
export interface ResetParties {
  readonly officerId: string;
  readonly proposedBy: string;
}

/** For posts that sign nothing and that nobody confirms: the offices that confirm those which sign at the same tier. */
const CONFIRMED_AT: Readonly<Record<TerritoryLevel, readonly Role[]>> = {
  nation: ['kpa', 'programme_officer', 'ppk'],
  province: ['kpa', 'programme_officer', 'ppk'],
  city: ['mayor', 'programme_officer'],
  kecamatan: ['camat', 'mayor'],
  kelurahan: ['camat', 'mayor'],
};

/** The offices that confirm a new way into the account of somebody who holds this post. */
export const resetConfirmersOf = (role: Role): readonly Role[] =>
  signs(role) ? CONFIRMED_BY[role] : CONFIRMED_AT[ROLES[role]];

/**
 * Every reason why the actor may not decide on a reset, nor fetch its letter: a second person does, by a post of their own which
 * confirms every post of the officer, and neither who asked for it nor the officer.
 */
export function whyResetNotConfirmed(
  actor: Actor,
  { officerId, proposedBy }: ResetParties,
  posts: readonly ResetPost[],
): AppointmentRefusal[] {
  const refuse = (code: string): AppointmentRefusal[] => [{ code, field: 'resetId', details: {} }];
  if (actor.officerId === officerId) return refuse('RESET_OWN_ACCOUNT');
  if (actor.officerId === proposedBy) return refuse('RESET_OWN_REQUEST');
  const reaches = ({ role, territoryCode: place }: ResetPost): boolean =>
    actor.appointments.some(
      ({ role: own, territoryCode, acting }) =>
        acting === undefined && resetConfirmersOf(role).includes(own) && covers(territoryCode, place),
    );
  return posts.length > 0 && posts.every(reaches) ? [] : refuse('RESET_NOT_YOURS');
}
