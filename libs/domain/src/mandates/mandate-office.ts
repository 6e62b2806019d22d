import type { TerritoryLevel } from '../territories/territory.js';
import type { Actor } from '../organisation/actor.js';
import { MANDATE_LIFE, type MandateMove } from './mandate-life.js';
import type { Role } from '../organisation/role.js';

/** Who binds an office in matters of mandates, and to whom its work returns when a mandate ends. */
export const HEAD_OF_OFFICE: Readonly<Partial<Record<TerritoryLevel, Role>>> = {
  nation: 'programme_officer',
  city: 'dinsos_head',
  kecamatan: 'camat',
  kelurahan: 'lurah',
};

interface SideOfMandate {
  readonly level: TerritoryLevel;
  readonly territoryCode: string;
}

/** Whether the actor may speak for this very office; a superior office revokes its own mandate, not another's. */
export function speaksFor(actor: Actor, office: SideOfMandate): boolean {
  const head = HEAD_OF_OFFICE[office.level];
  return actor.appointments.some(({ role, territoryCode }) => role === head && territoryCode === office.territoryCode);
}

/** Whether the actor may make this move: the giver's are the giver's, the receiver's the receiver's, expiry nobody's. */
export function mayMove(
  actor: Actor,
  move: MandateMove,
  mandate: { readonly grantor: SideOfMandate; readonly grantee: SideOfMandate },
): boolean {
  const { by } = MANDATE_LIFE[move];
  return by !== 'calendar' && speaksFor(actor, mandate[by]);
}
