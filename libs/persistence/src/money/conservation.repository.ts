import type { EntityManager } from 'typeorm';
import {
  conservation,
  type ConservationStatement,
  isExplained,
  levelOf,
  type Measure,
  type TerritoryLevel,
} from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { territoryNames } from '../territories/territory-names.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { MoneyCountsReadModel } from './money-counts.read-model.js';

export interface TerritoryStatement {
  readonly territoryCode: string;
  readonly name: string;
  readonly statement: ConservationStatement;
}

const NOTHING: Measure = { families: 0, amountRupiah: 0n };

/**
 * The conservation statement at any tier, from the kelurahan to the nation. What was allocated and what is left of it
 * come from postings, what became of the families' money from their rows, and each state is counted from both.
 */
export class ConservationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** A territory as a whole: what was allocated against where every rupiah stands. */
  async of(periodId: string, territoryCode: string): Promise<ConservationStatement> {
    const [own] = await this.parts(periodId, territoryCode, levelOf(territoryCode));
    return own?.statement ?? conservation({ allocated: NOTHING, byState: {}, posted: {} }, NOTHING, NOTHING);
  }

  /** The parts of a territory at a level. A part that has lost all its families is still one, for its postings stand. */
  async parts(periodId: string, within: string, level: TerritoryLevel): Promise<TerritoryStatement[]> {
    const counts = new MoneyCountsReadModel(this.manager, periodId, within, level);
    const [rows, balances, allocated] = [await counts.ofRows(), await counts.balances(), await counts.allocated()];
    const codes = [...new Set([...rows.keys(), ...balances.keys(), ...allocated.keys()])].sort();
    const names = await territoryNames(this.manager, codes);
    return codes.map((territoryCode) => {
      const { unallocated = NOTHING, ...posted } = balances.get(territoryCode) ?? {};
      const facts = {
        allocated: allocated.get(territoryCode) ?? NOTHING,
        byState: rows.get(territoryCode)?.byState ?? {},
        posted,
      };
      return {
        territoryCode,
        name: names.get(territoryCode) ?? territoryCode,
        statement: conservation(facts, rows.get(territoryCode)?.credited ?? NOTHING, unallocated),
      };
    });
  }

  /** Places of a territory, itself first, where the ledger and the families' rows do not agree. */
  async unexplained(periodId: string, territoryCode: string): Promise<TerritoryStatement[]> {
    const own = await this.parts(periodId, territoryCode, levelOf(territoryCode));
    const parts = await this.parts(periodId, territoryCode, 'kelurahan');
    return [...own, ...parts].filter(({ statement }) => !isExplained(statement));
  }

  /** Families of a territory who did not transact, by what was found. */
  async reasons(
    periodId: string,
    territoryCode: string,
  ): Promise<{ reason: string; families: number; amountRupiah: string }[]> {
    return rowsOf(
      this.manager,
      `select coalesce(case when c.restricted then 'restricted' else c.finding end, case when c.state = 'lapsed' then 'lapsed' else 'not_visited' end) as reason,
              count(*)::int as families, sum(e.amount_rupiah)::text as "amountRupiah"
         from entitlement e join follow_up_case c on c.entitlement_id = e.id
        where e.period_id = $1 and ${inTerritories('e.kelurahan_code', '$2')}
          and e.state in ('not_transacted', 'held', 'returned')
        group by 1 order by 2 desc, 1`,
      [periodId, [territoryCode]],
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
}
