import { accountableOf, type Actor, type MandateMove, movesFrom, renewalOf, signatureLines, speaksFor } from '#domain';
import type { MandateRow } from '#persistence';
import type { Mandate } from './mandates.schemas.js';

/** A city answers the first offer of its mandate in its task, for the period waits there. */
export const ANSWERED_IN_TASK: readonly MandateMove[] = ['accepted', 'refused'];

/** Mandates as one reader sees them: who answers, how one signs, and what this reader may do. */
export function viewMandates(rows: readonly MandateRow[], actor: Actor): Mandate[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.map((row) => {
    const { grantorLevel, grantorTerritory, granteeLevel, wasAccepted, ...shown } = row;
    const chain = chainOf(row, byId);
    const isGrantor = speaksFor(actor, { level: grantorLevel, territoryCode: grantorTerritory });
    const isGrantee = speaksFor(actor, { level: granteeLevel, territoryCode: row.granteeTerritory });
    const moves = [
      ...(isGrantee ? movesFrom(row.state, 'grantee') : []),
      ...(isGrantor ? movesFrom(row.state, 'grantor') : []),
    ];
    return {
      ...shown,
      accountable: accountableOf(chain) ?? row.grantor,
      signature: [...signatureLines(chain)],
      moves: isAnsweredInTask(row) ? moves.filter((move) => !ANSWERED_IN_TASK.includes(move)) : moves,
      mayRenew: isGrantor ? (renewalOf({ ...row, parentValidTo: chain.at(-2)?.validTo }) ?? null) : null,
      mayOffer: isGrantee && chain.every(({ state }) => state === 'accepted'),
    };
  });
}

/** A slice and a renewal are answered where mandates are. */
export const isAnsweredInTask = ({
  parentId,
  state,
  wasAccepted,
}: Pick<MandateRow, 'parentId' | 'state' | 'wasAccepted'>): boolean =>
  parentId === null && !(wasAccepted && state === 'granted');

/** From the city's mandate down to this one, as far as the reader sees. */
function chainOf(row: MandateRow, byId: ReadonlyMap<string, MandateRow>): MandateRow[] {
  const parent = row.parentId === null ? undefined : byId.get(row.parentId);
  return parent === undefined ? [row] : [...chainOf(parent, byId), row];
}
