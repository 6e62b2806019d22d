import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { rowOf } from './unit-of-work.js';

/** What an officer's word brought about: the first proposes the end, the second ends it; what is over stays so. */
export type EndState = 'proposed' | 'ended' | 'over';

type Table = 'freeze_period' | 'approval_policy';

/** Nobody else's word after so many days: it is proposed anew. */
const DAYS = 7;

const STANDING = `ended_at is not null as "isOver",
  case when end_proposed_at > programme_now() - interval '${DAYS} days' then end_proposed_by end as "proposedBy"`;

interface Standing {
  readonly isOver: boolean;
  readonly proposedBy: string | null;
}

/**
 * Ends what binds officers, by two of them: whoever speaks first proposes, whoever speaks second ends. Undefined where there
 * is no such row. Throws END_SECOND_OFFICER when both words would be one officer's.
 */
export async function endByTwo(
  manager: EntityManager,
  table: Table,
  id: string,
  officerId: string,
): Promise<EndState | undefined> {
  const found = await rowOf<Standing>(manager, `select ${STANDING} from ${table} where id = $1 for update`, [id]);
  if (found === undefined) return undefined;
  if (found.isOver) return 'over';
  if (found.proposedBy === officerId) {
    throw new DomainError('END_SECOND_OFFICER', 'who proposed the end does not end it', { days: DAYS });
  }
  const set =
    found.proposedBy === null
      ? 'end_proposed_at = programme_now(), end_proposed_by'
      : 'ended_at = programme_now(), ended_by';
  await manager.query(`update ${table} set ${set} = $2 where id = $1`, [id, officerId]);
  return found.proposedBy === null ? 'proposed' : 'ended';
}

/** For lists: who has proposed to end `alias`, while that counts. */
export const proposedEnd = (alias: string): string =>
  `case when ${alias}.end_proposed_at > programme_now() - interval '${DAYS} days' then ${alias}.end_proposed_by end as "endProposedById",
   (select proposer.full_name from officer proposer where proposer.id = ${alias}.end_proposed_by
       and ${alias}.end_proposed_at > programme_now() - interval '${DAYS} days') as "endProposedBy"`;
