import { type Actor, covers, hasPower, type Power, territoriesWith } from '#domain';
import type { ComplaintRow, ComplaintSight } from '#persistence';

/** Which complaints somebody may see. */
export const sightOf = (actor: Actor): ComplaintSight => ({
  plain: territoriesWith(actor, 'complaint:read'),
  restricted: territoriesWith(actor, 'complaint:restricted'),
  overseen: territoriesWith(actor, 'complaint:oversee'),
});

type Seen = Pick<ComplaintRow, 'territoryCode' | 'isRestricted' | 'office'>;

/** Whether one and the same post of the actor reaches the place, sees the complaint and has the power: two halves of two posts are none. */
export function mayAct(actor: Actor, row: Seen, power: Power): boolean {
  const sees = (role: Parameters<typeof hasPower>[0][number]): boolean =>
    hasPower([role], row.isRestricted ? 'complaint:restricted' : 'complaint:read') ||
    (row.office === 'programme_officer' && hasPower([role], 'complaint:oversee'));
  return actor.appointments.some(
    ({ role, territoryCode }) => covers(territoryCode, row.territoryCode) && hasPower([role], power) && sees(role),
  );
}
