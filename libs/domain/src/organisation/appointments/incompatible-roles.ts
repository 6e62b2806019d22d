import { POWERS_OF_ROLE } from '../power.js';
import { type Role, ROLE_NAMES } from '../role.js';
import { covers } from '../../territories/territory.js';
import { overlapOf, type Term } from './term.js';

/** Why two roles do not go together in one person. */
export type Separation = 'paying' | 'preparing' | 'bank' | 'system' | 'audit';

interface Incompatible {
  readonly roles: readonly [Role, Role];
  readonly because: Separation;
  readonly source: string;
}

const pairs = (roles: readonly Role[], others: readonly Role[]): [Role, Role][] =>
  roles.flatMap((one) => others.filter((other) => other !== one).map((other): [Role, Role] => [one, other]));

const PAYING: readonly Role[] = ['programme_officer', 'ppk', 'kpa', 'treasurer'];
const DECIDING = ROLE_NAMES.filter((role) => POWERS_OF_ROLE[role].includes('task:act'));

/** Roles that one person may not hold over one territory at one time. */
export const INCOMPATIBLE_ROLES: readonly Incompatible[] = [
  ...PAYING.flatMap((one, index) => pairs([one], PAYING.slice(index + 1))).map((roles) => ({
    roles,
    because: 'paying' as const,
    source: 'UU 1/2004 and PMK 190/2012: who commits, who orders, who pays (articles not read)',
  })),
  ...(
    [
      ['dinsos_operator', 'dinsos_head'],
      ['dinsos_head', 'mayor'],
      ['kelurahan_operator', 'lurah'],
    ] as const
  ).map((roles) => ({ roles, because: 'preparing' as const, source: 'four eyes: who prepares does not approve' })),
  ...pairs(['bank_officer'], DECIDING).map((roles) => ({
    roles,
    because: 'bank' as const,
    source: 'the bank carries out what the state decides',
  })),
  ...pairs(['operator'], DECIDING).map((roles) => ({
    roles,
    because: 'system' as const,
    source: 'who keeps the system running decides nothing in it',
  })),
  ...pairs(['auditor'], ROLE_NAMES).map((roles) => ({
    roles,
    because: 'audit' as const,
    source: 'nobody audits their own work',
  })),
];

const keyOf = (one: Role, other: Role): string => [one, other].sort().join(' ');
const BY_PAIR = new Map(INCOMPATIBLE_ROLES.map((rule) => [keyOf(...rule.roles), rule.because]));

/** Why one person may not hold both; undefined where they may. The order does not matter. */
export const separationOf = (one: Role, other: Role): Separation | undefined => BY_PAIR.get(keyOf(one, other));

interface RoleHeld extends Term {
  readonly role: Role;
  readonly territoryCode: string;
}

/** What keeps one person from both, with the days on which both would hold: roles, one territory within the other, time. */
export function clashOf(one: RoleHeld, other: RoleHeld): { because: Separation; days: Term } | undefined {
  const because = separationOf(one.role, other.role);
  const days = overlapOf(one, other);
  const isSamePlace = covers(one.territoryCode, other.territoryCode) || covers(other.territoryCode, one.territoryCode);
  return because !== undefined && days !== undefined && isSamePlace ? { because, days } : undefined;
}
