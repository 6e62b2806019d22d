import type { EntityManager } from 'typeorm';
import { DomainError, type DoubtDecision, type DoubtKind, type OpenDoubts } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { type DoubtRules, findDoubts } from './find-doubts.js';
import { IS_FIELD_CHECKED, IS_LISTED } from './is-listed.js';
import { IS_TO_DECIDE } from './is-to-decide.js';

const DOUBT_OF_ROW = 'family_doubt d join roster_row f on f.id = d.roster_row_id';

interface ProposedDoubt {
  readonly id: string;
  readonly decision: DoubtDecision;
  readonly explanation: string;
}

/** Questions about families of a list on their way to two signatures. */
export class DoubtRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Opens what is to be asked. A repeat opens only what has come since. */
  async open(rosterId: string, rules: DoubtRules): Promise<void> {
    await findDoubts(this.manager, rosterId, rules);
  }

  /** Kelurahan that call a listed family eligible without saying what they found at its home, in the order of their codes. */
  async unchecked(rosterId: string, territoryCode = ''): Promise<{ kelurahanCode: string; families: number }[]> {
    return rowsOf(
      this.manager,
      `select f.kelurahan_code as "kelurahanCode", count(*)::int as families from roster_row f
        where f.roster_id = $1 and f.state in ('valid', 'warning') and f.verdict = 'eligible' and ${IS_LISTED}
          and not coalesce(${IS_FIELD_CHECKED}, false) and ($2 = '' or f.kelurahan_code = $2)
        group by 1 order by 1`,
      [rosterId, territoryCode],
    );
  }

  /** How many families wait for two people, and in which round. Throws ROSTER_UNKNOWN. */
  async waiting(rosterId: string): Promise<OpenDoubts> {
    const row = await rowOf<OpenDoubts>(
      this.manager,
      `select r.doubt_round as round,
              (select count(distinct f.id)::int from ${DOUBT_OF_ROW} where d.roster_id = r.id and ${IS_TO_DECIDE}) as families
         from roster r where r.id = $1`,
      [rosterId],
    );
    if (row === undefined) throw new DomainError('ROSTER_UNKNOWN', 'no such roster');
    return row;
  }

  /** Doubts that must be decided and for which nothing is proposed in this round. */
  async undecided(rosterId: string): Promise<number> {
    const row = await rowOf<{ doubts: number }>(
      this.manager,
      `select count(*)::int as doubts from ${DOUBT_OF_ROW} join roster r on r.id = d.roster_id
        where d.roster_id = $1 and ${IS_TO_DECIDE} and d.proposed_round is distinct from r.doubt_round`,
      [rosterId],
    );
    return row?.doubts ?? 0;
  }

  /** An open doubt of this list; undefined where there is none. */
  async find(rosterId: string, doubtId: string): Promise<{ kind: DoubtKind; rowId: string } | undefined> {
    return rowOf<{ kind: DoubtKind; rowId: string }>(
      this.manager,
      `select d.kind, d.roster_row_id as "rowId" from family_doubt d
        where d.roster_id = $1 and d.id = $2 and d.settled_at is null and d.void_at is null`,
      [rosterId, doubtId],
    );
  }

  /** Writes what is proposed for one doubt; the newest proposal counts. */
  async propose(doubtId: string, officerId: string, proposal: Omit<ProposedDoubt, 'id'>): Promise<void> {
    await this.manager.query(
      `update family_doubt d set decision = $2, explanation = $3, proposed_by = $4, proposed_at = programme_now(),
              proposed_round = r.doubt_round
         from roster r where r.id = d.roster_id and d.id = $1 and d.settled_at is null`,
      [doubtId, proposal.decision, proposal.explanation, officerId],
    );
  }

  /** What the open round proposes, in order: what the second person signs. What was dropped since stays on the paper, so that its hash stands. */
  async proposals(rosterId: string): Promise<{ round: number; proposals: ProposedDoubt[]; families: number }> {
    const { round } = await this.waiting(rosterId);
    const rows = await rowsOf<ProposedDoubt & { rowId: string }>(
      this.manager,
      `select id, decision, explanation, roster_row_id as "rowId" from family_doubt
        where roster_id = $1 and proposed_round = $2 order by id`,
      [rosterId, round],
    );
    const families = new Set(rows.map(({ rowId }) => rowId)).size;
    return { round, families, proposals: rows.map(({ rowId: _rowId, ...proposal }) => proposal) };
  }

  /** The family has come back: that it was taken out before is asked about on no list any more. */
  async dropExclusions(familyId: string): Promise<void> {
    await this.manager.query(
      `update family_doubt d set void_at = programme_now() from family_listing l
        where l.roster_row_id = d.roster_row_id and l.family_id = $1 and d.kind = 'excluded' and d.settled_at is null and d.void_at is null`,
      [familyId],
    );
  }

  /** Settles what was proposed in this round and begins the next. A repeat changes nothing. */
  async settle(rosterId: string, round: number): Promise<void> {
    const [begun] = await rowsOf(
      this.manager,
      'update roster set doubt_round = doubt_round + 1 where id = $1 and doubt_round = $2 returning id',
      [rosterId, round],
    );
    if (begun === undefined) return;
    await this.manager.query(
      `update family_doubt set settled_at = programme_now()
        where roster_id = $1 and proposed_round = $2 and settled_at is null and void_at is null`,
      [rosterId, round],
    );
  }
}
