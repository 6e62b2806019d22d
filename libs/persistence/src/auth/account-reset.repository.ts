import type { EntityManager } from 'typeorm';
import { type AccountResetState, DomainError, type LostFactor } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface AccountResetRow {
  readonly id: string;
  readonly officerId: string;
  readonly lost: LostFactor;
  readonly reason: string;
  readonly state: AccountResetState;
  readonly dueOn: string;
  readonly proposedBy: string;
  readonly proposer: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decider: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

interface NewAccountReset {
  readonly officerId: string;
  readonly lost: LostFactor;
  readonly reason: string;
  readonly dueOn: string;
  readonly proposedBy: string;
}

const SELECT = `
  select r.id, r.officer_id as "officerId", r.lost, r.reason, r.state, r.due_on::text as "dueOn",
         r.proposed_by as "proposedBy", p.full_name as proposer, r.proposed_at as "proposedAt",
         r.decided_by as "decidedBy", d.full_name as decider, r.decided_at as "decidedAt", r.decision_reason as "decisionReason"
    from account_reset r join officer p on p.id = r.proposed_by left join officer d on d.id = r.decided_by`;

/** Ways back into accounts. The database keeps the two persons apart, and what is decided as it is. */
export class AccountResetRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Its id; undefined where one waits, or was confirmed and not used yet. */
  async propose({ officerId, lost, reason, dueOn, proposedBy }: NewAccountReset): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into account_reset (officer_id, lost, reason, state, due_on, proposed_by, proposed_at)
       values ($1, $2, $3, 'proposed', $4, $5, programme_now())
       on conflict (officer_id) where state in ('proposed', 'confirmed') do nothing returning id`,
      [officerId, lost, reason, dueOn, proposedBy],
    );
    return row?.id;
  }

  /** Locks it. Throws RESET_UNKNOWN. */
  async find(resetId: string): Promise<AccountResetRow> {
    const row = await rowOf<AccountResetRow>(this.manager, `${SELECT} where r.id = $1 for update of r`, [resetId]);
    if (row === undefined) throw new DomainError('RESET_UNKNOWN', 'no such reset');
    return row;
  }

  /** The newest of an officer, whatever became of it. */
  async latest(officerId: string): Promise<AccountResetRow | undefined> {
    const sql = `${SELECT} where r.officer_id = $1 order by r.proposed_at desc, r.id limit 1`;
    return rowOf<AccountResetRow>(this.manager, sql, [officerId]);
  }

  /** Whether a letter, and nothing else, opens this account now. */
  async isByLetter(officerId: string): Promise<boolean> {
    const sql = `select 1 from account_reset where officer_id = $1 and state = 'confirmed'`;
    return (await rowOf(this.manager, sql, [officerId])) !== undefined;
  }

  async decide(resetId: string, state: AccountResetState, decidedBy: string, reason: string | null): Promise<void> {
    await this.manager.query(
      `update account_reset set state = $2, decided_by = $3, decided_at = programme_now(), decision_reason = $4 where id = $1`,
      [resetId, state, decidedBy, reason],
    );
  }

  /** The officer is back. Who asked and who confirmed; undefined where there was nothing to use. */
  async use(officerId: string): Promise<{ id: string; proposedBy: string; decidedBy: string } | undefined> {
    const rows = await rowsOf<{ id: string; proposedBy: string; decidedBy: string }>(
      this.manager,
      `update account_reset set state = 'used', used_at = programme_now() where officer_id = $1 and state = 'confirmed'
       returning id, proposed_by as "proposedBy", decided_by as "decidedBy"`,
      [officerId],
    );
    return rows[0];
  }

  /** Ends those whose day has passed; each is answered once. */
  async lapse(): Promise<{ id: string; officerId: string; proposedBy: string }[]> {
    return rowsOf(
      this.manager,
      `update account_reset set state = 'lapsed', decided_at = programme_now()
        where state = 'proposed' and due_on < programme_today()
        returning id, officer_id as "officerId", proposed_by as "proposedBy"`,
    );
  }
}
