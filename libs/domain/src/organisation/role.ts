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
  bank_officer: 'nation',
  operator: 'nation',
  auditor: 'nation',
} as const satisfies Record<string, TerritoryLevel>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** Ministry and bank act by attribution; city and below act under the mandate that the ministry gave the city. */
export function actsUnderMandate(role: Role): boolean {
  return ROLES[role] === 'city' || ROLES[role] === 'kecamatan' || ROLES[role] === 'kelurahan';
}
