import type { EntityManager } from 'typeorm';
import { DomainError, type PolicyChange } from '#domain';
import { type EndedBy, endProposal, personsOf, proposalOf, type ProposalRow } from '../shared/proposals.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export type PolicyChangeState = 'proposed' | 'adopted' | 'refused' | 'withdrawn';

export interface PolicyChangeRow extends PolicyChange, ProposalRow<PolicyChangeState> {
  id: string;
  programme: string;
}

const COLUMNS = `c.id, c.programme, c.key, c.value, c.effective_from::text as "effectiveFrom", c.source, c.verified,
  ${proposalOf('c')}`;
const FROM = `policy_change c ${personsOf('c')}`;

/** Changes of rules that one person proposes and another decides. */
export class PolicyChangeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whoever judges or changes the rules of a programme goes alone until the transaction ends. */
  async lock(programme: string): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('policy:' || $1, 0))`, [programme]);
  }

  /** Undefined while another proposal for the rule waits. */
  async propose(programme: string, change: PolicyChange, proposedBy: string): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into policy_change (programme, key, value, effective_from, source, verified, state, proposed_by, proposed_at)
       values ($1, $2, $3::jsonb, $4, $5, $6, 'proposed', $7, programme_now())
       on conflict (programme, key) where state = 'proposed' do nothing returning id`,
      [
        ...[programme, change.key, JSON.stringify(change.value), change.effectiveFrom],
        ...[change.source, change.verified, proposedBy],
      ],
    );
    return row?.id;
  }

  /** With the rules of its programme locked before it. Throws POLICY_CHANGE_UNKNOWN. */
  async find(changeId: string): Promise<PolicyChangeRow> {
    const known = await rowOf<{ programme: string }>(
      this.manager,
      'select programme from policy_change where id = $1',
      [changeId],
    );
    if (known !== undefined) await this.lock(known.programme);
    const sql = `select ${COLUMNS} from ${FROM} where c.id = $1`;
    const row = await rowOf<PolicyChangeRow>(this.manager, sql, [changeId]);
    if (row === undefined) throw new DomainError('POLICY_CHANGE_UNKNOWN', 'no such change of a rule');
    return row;
  }

  async end(id: string, state: Exclude<PolicyChangeState, 'proposed'>, by: EndedBy): Promise<void> {
    await endProposal(this.manager, 'policy_change', { id, state }, by);
  }

  /** Those in the rules, in the order in which they came there. */
  async adopted(programme: string): Promise<PolicyChangeRow[]> {
    return rowsOf(
      this.manager,
      `select ${COLUMNS} from ${FROM} where c.programme = $1 and c.state = 'adopted' order by c.decided_at, c.id`,
      [programme],
    );
  }

  /** Every one of a programme, the last entered first. */
  async list(programme: string): Promise<PolicyChangeRow[]> {
    const sql = `select ${COLUMNS} from ${FROM} where c.programme = $1 order by c.proposed_at desc, c.id`;
    return rowsOf(this.manager, sql, [programme]);
  }
}
