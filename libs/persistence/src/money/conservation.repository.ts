import type { EntityManager } from 'typeorm';
import {
  conservation,
  type ConservationStatement,
  type EntitlementState,
  type Measure,
  type MoneyFacts,
} from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

interface StateRow {
  territoryCode: string;
  name: string | null;
  state: EntitlementState;
  families: number;
  amountRupiah: string;
  creditedFamilies: number;
  creditedRupiah: string;
}

export interface TerritoryStatement {
  readonly territoryCode: string;
  readonly name: string;
  readonly statement: ConservationStatement;
}

const NOTHING: Measure = { families: 0, amountRupiah: 0n };
const LENGTH = { city: 5, kecamatan: 8, kelurahan: 13 } as const;

/** The conservation statement, counted from the families' rows at any level; the ledger counts the same again. */
export class ConservationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The city as a whole: what was allocated against where every rupiah stands. */
  async ofCity(periodId: string, cityCode: string): Promise<ConservationStatement> {
    const quota = await rowOf<{ quotaFamilies: number; amountRupiah: string }>(
      this.manager,
      `select quota_families as "quotaFamilies", amount_rupiah as "amountRupiah"
         from allocation where period_id = $1 and city_code = $2`,
      [periodId, cityCode],
    );
    const left = await rowOf<{ families: number; amountRupiah: string }>(
      this.manager,
      `select coalesce(sum(families), 0)::int as families, coalesce(sum(amount_rupiah), 0)::text as "amountRupiah"
         from posting p join ledger_transaction t on t.id = p.transaction_id
        where t.period_id = $1 and t.city_code = $2 and p.account = 'unallocated'`,
      [periodId, cityCode],
    );
    const rows = await this.states(periodId, cityCode, 'city');
    const isPosted = left !== undefined && (left.families !== 0 || rows.length > 0);
    const allocated = { families: quota?.quotaFamilies ?? 0, amountRupiah: BigInt(quota?.amountRupiah ?? 0) };
    const unallocated = isPosted ? { families: left.families, amountRupiah: BigInt(left.amountRupiah) } : allocated;
    return this.statement(rows, allocated, unallocated);
  }

  /** The parts of a territory at a level; what they were allocated is what the decree gave their families. */
  async parts(periodId: string, within: string, level: 'kecamatan' | 'kelurahan'): Promise<TerritoryStatement[]> {
    const rows = await this.states(periodId, within, level);
    const groups = Map.groupBy(rows, (row) => row.territoryCode);
    return [...groups].map(([territoryCode, states]) => ({
      territoryCode,
      name: states[0]?.name ?? territoryCode,
      statement: this.statement(states, this.total(states), NOTHING),
    }));
  }

  /** Families of a territory who did not transact, by what was found. */
  async reasons(
    periodId: string,
    territoryCode: string,
  ): Promise<{ reason: string; families: number; amountRupiah: string }[]> {
    return rowsOf(
      this.manager,
      `select coalesce(c.finding, case when c.state = 'lapsed' then 'lapsed' else 'not_visited' end) as reason,
              count(*)::int as families, sum(e.amount_rupiah)::text as "amountRupiah"
         from entitlement e join follow_up_case c on c.entitlement_id = e.id
        where e.period_id = $1 and (e.kelurahan_code = $2 or e.kelurahan_code like $2 || '.%')
          and e.state in ('not_transacted', 'held', 'returned')
        group by 1 order by 2 desc, 1`,
      [periodId, territoryCode],
    );
  }

  async openBreaks(periodId: string, cityCode: string): Promise<number> {
    const row = await rowOf<{ breaks: number }>(
      this.manager,
      `select count(*)::int as breaks from reconciliation_break b join payment_order o on o.id = b.order_id
        where o.period_id = $1 and o.city_code = $2 and b.state = 'open'`,
      [periodId, cityCode],
    );
    return row?.breaks ?? 0;
  }

  private async states(periodId: string, within: string, level: keyof typeof LENGTH): Promise<StateRow[]> {
    return rowsOf<StateRow>(
      this.manager,
      `select g.*, t.name from (
         select left(kelurahan_code, $3::int) as "territoryCode", state, count(*)::int as families,
                sum(amount_rupiah)::text as "amountRupiah",
                count(*) filter (where credited_on is not null)::int as "creditedFamilies",
                coalesce(sum(amount_rupiah) filter (where credited_on is not null), 0)::text as "creditedRupiah"
           from entitlement where period_id = $1 and (kelurahan_code = $2 or kelurahan_code like $2 || '.%')
          group by 1, 2) g
         left join territory t on t.code = g."territoryCode" order by g."territoryCode", g.state`,
      [periodId, within, LENGTH[level]],
    );
  }

  private statement(rows: readonly StateRow[], allocated: Measure, unallocated: Measure): ConservationStatement {
    const byState: Partial<Record<EntitlementState, Measure>> = {};
    for (const row of rows) byState[row.state] = { families: row.families, amountRupiah: BigInt(row.amountRupiah) };
    const facts: MoneyFacts = { allocated, byState };
    const credited = rows.reduce(
      (sum, row) => ({
        families: sum.families + row.creditedFamilies,
        amountRupiah: sum.amountRupiah + BigInt(row.creditedRupiah),
      }),
      NOTHING,
    );
    return conservation(facts, credited, unallocated);
  }

  private total(rows: readonly StateRow[]): Measure {
    return rows.reduce(
      (sum, row) => ({
        families: sum.families + row.families,
        amountRupiah: sum.amountRupiah + BigInt(row.amountRupiah),
      }),
      NOTHING,
    );
  }
}
