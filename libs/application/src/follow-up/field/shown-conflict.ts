import { appointmentFor, type Role } from '#domain';
import type { FieldConflictRow, FieldFirstVersion } from '#persistence';
import type { SignedIn } from '../../shared/command-context.js';
import { RESTRICTED } from '../restricted.js';
import type { FieldConflict } from './field.schemas.js';

/**
 * Both versions as the reader may see them. What presses a family is read by the office that decides on it alone; of their own
 * version the writer has the original on their phone.
 */
export function shownConflict(actor: SignedIn, row: FieldConflictRow): FieldConflict {
  const { officerId, taskId: _task, decides, restricted, kelurahanCode, mine, theirs, ...shown } = row;
  const readsMine = !restricted || holds(actor, decides, kelurahanCode);
  return {
    ...shown,
    isOwn: officerId === actor.officerId,
    mine: {
      ...{ visitedOn: [...mine.visitedOn], photos: [...mine.photos], writtenAt: mine.writtenAt },
      ...(readsMine ? { finding: mine.finding, note: mine.note ?? null } : { finding: RESTRICTED, note: null }),
    },
    theirs: theirs === null ? null : shownFirst(actor, theirs, kelurahanCode),
  };
}

function shownFirst(actor: SignedIn, version: FieldFirstVersion, kelurahanCode: string) {
  const { restricted, decides, ...shown } = version;
  const reads = !restricted || (decides !== null && holds(actor, decides, kelurahanCode));
  return reads ? shown : { ...shown, finding: RESTRICTED, note: null };
}

const holds = (actor: SignedIn, role: Role, territoryCode: string): boolean =>
  appointmentFor(actor, role, territoryCode) !== undefined;
