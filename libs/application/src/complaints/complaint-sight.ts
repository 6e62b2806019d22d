import {
  type Actor,
  type ComplaintKind,
  covers,
  hasPower,
  isAboutLeadership,
  type Power,
  territoriesWith,
} from '#domain';
import type { ComplaintRow, ComplaintSight } from '#persistence';

/** Which complaints somebody may see. */
export const sightOf = (actor: Actor): ComplaintSight => ({
  plain: territoriesWith(actor, 'complaint:read'),
  restricted: territoriesWith(actor, 'complaint:restricted'),
  leadership: territoriesWith(actor, 'complaint:leadership'),
  overseen: territoriesWith(actor, 'complaint:oversee'),
});

type Seen = Pick<ComplaintRow, 'territoryCode' | 'kind' | 'isRestricted' | 'office'>;

function powerToSee(kind: ComplaintKind, isRestricted: boolean): Power {
  if (isAboutLeadership(kind)) return 'complaint:leadership';
  return isRestricted ? 'complaint:restricted' : 'complaint:read';
}

/** Whether one and the same post of the actor reaches the place, sees the complaint and has the power: two halves of two posts are none. */
export function mayAct(actor: Actor, row: Seen, power: Power): boolean {
  const sees = (role: Parameters<typeof hasPower>[0][number]): boolean =>
    hasPower([role], powerToSee(row.kind, row.isRestricted)) ||
    ((row.office === 'programme_officer' || isAboutLeadership(row.kind)) && hasPower([role], 'complaint:oversee'));
  return actor.appointments.some(
    ({ role, territoryCode }) => covers(territoryCode, row.territoryCode) && hasPower([role], power) && sees(role),
  );
}
