import type { EntityManager } from 'typeorm';
import { type BudgetLine, DomainError } from '#domain';
import { type EndedBy, endProposal, personsOf, proposalOf, type ProposalRow } from '../shared/proposals.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export type BudgetState = 'proposed' | 'in_force' | 'superseded' | 'refused' | 'withdrawn';

export interface NewBudget {
  readonly programme: string;
  readonly year: number;
  readonly dipaNumber: string;
  /** ISO date of the paper. */
  readonly dipaOn: string;
  readonly amountRupiah: bigint;
  readonly proposedBy: string;
}

export interface BudgetRow extends ProposalRow<BudgetState> {
  id: string;
  programme: string;
  year: number;
  revision: number;
  dipaNumber: string;
  dipaOn: string;
  amountRupiah: string;
}

export interface BudgetYearRow {
  programme: string;
  year: number;
  ceilingRupiah: string | null;
  committedRupiah: string;
}

const COLUMNS = `b.id, b.programme, b.year, b.revision, b.dipa_number as "dipaNumber", b.dipa_on::text as "dipaOn",
  b.amount_rupiah::text as "amountRupiah", ${proposalOf('b')}`;
const FROM = `budget b ${personsOf('b')}`;

/** What the ledger's allocations took of each year: a period over two years takes from each for its own months. */
const COMMITTED = `select p.programme, m.year, sum(m.months * taken.amount_rupiah / cardinality(p.months))::bigint as rupiah
  from period p
  join lateral (select -sum(o.amount_rupiah) as amount_rupiah from ledger_transaction t
                  join posting o on o.transaction_id = t.id and o.account = 'appropriation'
                 where t.period_id = p.id and t.kind = 'allocation') taken on taken.amount_rupiah <> 0
  join lateral (select left(month, 4)::int as year, count(*) as months from unnest(p.months) month group by 1) m on true
 where p.programme = $1 group by 1, 2`;

/** Budgets (DIPA) by programme and year. */
export class BudgetRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whoever judges the ceiling of a programme, or moves it, goes alone until the transaction ends. */
  async lock(programme: string): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('budget:' || $1, 0))`, [programme]);
  }

  async propose(budget: NewBudget): Promise<string> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into budget (programme, year, revision, dipa_number, dipa_on, amount_rupiah, state, proposed_by, proposed_at)
       select $1, $2::int, coalesce(max(revision), 0) + 1, $3, $4::date, $5::bigint, 'proposed', $6::uuid, programme_now()
         from budget where programme = $1 and year = $2::int
       returning id`,
      [
        ...[budget.programme, budget.year, budget.dipaNumber, budget.dipaOn],
        ...[budget.amountRupiah.toString(), budget.proposedBy],
      ],
    );
    return row?.id ?? '';
  }

  /** Throws BUDGET_UNKNOWN. */
  async programmeOf(budgetId: string): Promise<string> {
    const row = await rowOf<{ programme: string }>(this.manager, 'select programme from budget where id = $1', [
      budgetId,
    ]);
    if (row === undefined) throw new DomainError('BUDGET_UNKNOWN', 'no such budget');
    return row.programme;
  }

  /** Locks it. Throws BUDGET_UNKNOWN. */
  async find(budgetId: string): Promise<BudgetRow> {
    const sql = `select ${COLUMNS} from ${FROM} where b.id = $1 for update of b`;
    const row = await rowOf<BudgetRow>(this.manager, sql, [budgetId]);
    if (row === undefined) throw new DomainError('BUDGET_UNKNOWN', 'no such budget');
    return row;
  }

  /** Puts a proposal in force in place of the revision before it. */
  async adopt(budgetId: string, decidedBy: string): Promise<void> {
    await this.manager.query(
      `update budget old set state = 'superseded' from budget new
        where new.id = $1 and old.programme = new.programme and old.year = new.year and old.state = 'in_force'`,
      [budgetId],
    );
    await this.end(budgetId, 'in_force', { officerId: decidedBy });
  }

  async end(id: string, state: Exclude<BudgetState, 'proposed' | 'superseded'>, by: EndedBy): Promise<void> {
    await endProposal(this.manager, 'budget', { id, state }, by);
  }

  /** The paper of the budget in force for a year; undefined where there is none. */
  async inForce(programme: string, year: number): Promise<{ dipaNumber: string; dipaOn: string } | undefined> {
    return rowOf(
      this.manager,
      `select dipa_number as "dipaNumber", dipa_on::text as "dipaOn" from budget where programme = $1 and year = $2 and state = 'in_force'`,
      [programme, year],
    );
  }

  /** Every revision, the last entered first. */
  async list(): Promise<BudgetRow[]> {
    const sql = `select ${COLUMNS} from ${FROM} order by b.proposed_at desc, b.programme, b.year, b.revision desc`;
    return rowsOf(this.manager, sql);
  }

  /** Every year with a ceiling or with an allocation. */
  async years(programme: string): Promise<BudgetYearRow[]> {
    return rowsOf(
      this.manager,
      `with committed as (${COMMITTED})
       select $1 as programme, coalesce(b.year, c.year)::int as year, b.amount_rupiah::text as "ceilingRupiah",
              coalesce(c.rupiah, 0)::bigint::text as "committedRupiah"
         from (select * from budget where programme = $1 and state = 'in_force') b
         full join committed c on c.year = b.year order by 2 desc`,
      [programme],
    );
  }

  /** What the quotas of a period still want of each year: nothing once they are in the ledger, but what a change takes or gives. */
  async linesOf(periodId: string, changeRupiah = 0n): Promise<BudgetLine[]> {
    const rows = await rowsOf<{ programme: string; year: number; wantedRupiah: string }>(
      this.manager,
      `select p.programme, left(month, 4)::int as year,
              (count(*) * a.amount_rupiah / cardinality(p.months))::bigint::text as "wantedRupiah"
         from period p cross join unnest(p.months) month
         join lateral (select coalesce(sum(amount_rupiah), 0) + $2::bigint as amount_rupiah
                         from allocation where period_id = p.id and not exists (
                           select from ledger_transaction t where t.period_id = p.id and t.kind = 'allocation')) a on true
        where p.id = $1 group by p.id, a.amount_rupiah, 2 order by 2`,
      [periodId, changeRupiah.toString()],
    );
    const years = await this.years(rows[0]?.programme ?? '');
    return rows.map(({ year, wantedRupiah }) => {
      const known = years.find((one) => one.year === year);
      const ceiling = known?.ceilingRupiah ?? undefined;
      return {
        year,
        ceilingRupiah: ceiling === undefined ? undefined : BigInt(ceiling),
        committedRupiah: BigInt(known?.committedRupiah ?? 0),
        wantedRupiah: BigInt(wantedRupiah),
      };
    });
  }
}
