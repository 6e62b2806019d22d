import type { Role } from '../role.js';
import type { TerritoryLevel } from '../../territories/territory.js';

/** What an office is; on the tiers below the nation it is what its tier says. */
export const OFFICE_KINDS = ['ministry', 'bank', 'post', 'province', 'city', 'kecamatan', 'kelurahan'] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

const PAYERS: readonly OfficeKind[] = ['bank', 'post'];

/** The tier of an office of this kind: a bank and the post serve the whole country, as the ministry's directorates do. */
export const levelOfKind = (kind: OfficeKind): TerritoryLevel =>
  kind === 'ministry' || PAYERS.includes(kind) ? 'nation' : (kind as Exclude<TerritoryLevel, 'nation'>);

/** A bank's officer sits in a bank or the post, and nobody else does. */
export const isAtHome = (role: Role, kind: OfficeKind): boolean => (role === 'bank_officer') === PAYERS.includes(kind);
