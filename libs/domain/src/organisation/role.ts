import type { TerritoryLevel } from '../territories/territory.js';

/** Who may act, at which tier of office (`office.level`). People hold roles through dated appointments. */
export const ROLES = {
  programme_officer: 'nation',
  ppk: 'nation',
  kpa: 'nation',
  treasurer: 'nation',
  province_observer: 'province',
  dinsos_operator: 'city',
  dinsos_head: 'city',
  mayor: 'city',
  camat: 'kecamatan',
  tksk: 'kecamatan',
  lurah: 'kelurahan',
  kelurahan_operator: 'kelurahan',
  psm: 'kelurahan',
  pkh_companion: 'kecamatan',
  bank_officer: 'nation',
  operator: 'nation',
  auditor: 'nation',
} as const satisfies Record<string, TerritoryLevel>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/**
 * Who confirms that somebody holds a post which signs, beside the registrar who proposes it: one person who writes the
 * register must not be able to make the signatures of a payment or an endorsement up. Posts that sign nothing need nobody.
 */
export const CONFIRMED_BY: Readonly<Record<Role, readonly Role[]>> = {
  programme_officer: ['programme_officer', 'ppk'],
  ppk: ['kpa', 'programme_officer'],
  kpa: ['programme_officer', 'ppk'],
  treasurer: ['kpa', 'programme_officer'],
  province_observer: [],
  dinsos_operator: [],
  dinsos_head: ['mayor', 'programme_officer'],
  mayor: ['programme_officer', 'kpa'],
  camat: ['mayor'],
  tksk: [],
  lurah: ['camat', 'mayor'],
  kelurahan_operator: [],
  psm: [],
  pkh_companion: [],
  bank_officer: [],
  operator: [],
  auditor: [],
};

export const signs = (role: Role): boolean => CONFIRMED_BY[role].length > 0;

/** Ministry and bank act by attribution; city and below act under the mandate that the ministry gave the city. */
export function actsUnderMandate(role: Role): boolean {
  return ROLES[role] === 'city' || ROLES[role] === 'kecamatan' || ROLES[role] === 'kelurahan';
}
