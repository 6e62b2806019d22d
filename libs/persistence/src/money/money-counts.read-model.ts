import type { EntityManager } from 'typeorm';
import { type ByState, type Measure, NATION, sumRupiah, type TerritoryLevel } from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { rowsOf } from '../shared/unit-of-work.js';
import type { Account } from './ledger.repository.js';

/** How much of a territory's code says where it belongs at a level. */
const LENGTH = { province: 2, city: 5, kecamatan: 8, kelurahan: 13 } as const;

/** The account or state `of` each territory; one that is alone in its answer is ''. */
interface CountRow {
  territoryCode: string;
  of: string;
  families: number;
  amountRupiah: string;
}

interface RowsRow extends CountRow {
  creditedFamilies: number;
  creditedRupiah: string;
}

export interface CountedRows {
  readonly byState: ByState;
  readonly credited: Measure;
}

export type Balances = Readonly<Partial<Record<Account, Measure>>>;

const at = (column: string, level: TerritoryLevel): string =>
  level === 'nation' ? `'${NATION}'` : `left(${column}, ${LENGTH[level]})`;

/** What stands in a territory above the level has no place at it. */
const reaches = (column: string, level: TerritoryLevel): string =>
  level === 'nation' ? 'true' : `length(${column}) >= ${LENGTH[level]}`;

/** Money by territory at a level, each count from one kind of fact alone: families' rows, postings, quotas. */
export class MoneyCountsReadModel {
  constructor(
    private readonly manager: EntityManager,
    private readonly periodId: string,
    private readonly within: string,
    private readonly level: TerritoryLevel,
  ) {}

  /** What the families' rows say: what stands in each state, and what the bank has credited, whatever became of it. */
  async ofRows(): Promise<Map<string, CountedRows>> {
    const rows = await this.counts<RowsRow>(
      `select ${at('kelurahan_code', this.level)} as "territoryCode", state as of, count(*)::int as families,
              sum(amount_rupiah)::text as "amountRupiah",
              count(*) filter (where credited_on is not null)::int as "creditedFamilies",
              coalesce(sum(amount_rupiah) filter (where credited_on is not null), 0)::text as "creditedRupiah"
         from entitlement
        where period_id = $1 and ${inTerritories('kelurahan_code', '$2')} and state <> 'reissued' group by 1, 2`,
    );
    const groups = Map.groupBy(rows, ({ territoryCode }) => territoryCode);
    return new Map(
      [...groups].map(([territoryCode, states]) => [
        territoryCode,
        { byState: balancesOf(states), credited: creditedOf(states) },
      ]),
    );
  }

  /** The balance of each account but the budget's own, from postings alone. */
  async balances(): Promise<Map<string, Balances>> {
    return byTerritory(
      await this.counts(
        `select ${at('p.territory_code', this.level)} as "territoryCode", p.account as of, ${this.sums}
           from posting p join ledger_transaction t on t.id = p.transaction_id
          where t.period_id = $1 and ${this.hasPlace} and p.account <> 'appropriation' group by 1, 2`,
      ),
    );
  }

  /**
   * What a territory was allocated: from the city up the quotas whose allocation is posted, below it what the decree
   * posted to its kelurahan.
   */
  async allocated(): Promise<Map<string, Measure>> {
    return alone(
      await this.counts(
        this.level === 'kecamatan' || this.level === 'kelurahan'
          ? `select ${at('p.territory_code', this.level)} as "territoryCode", '' as of, ${this.sums}
               from posting p join ledger_transaction t on t.id = p.transaction_id
              where t.period_id = $1 and ${this.hasPlace} and p.account = 'unallocated' and p.amount_rupiah > 0 group by 1`
          : `select ${at('a.city_code', this.level)} as "territoryCode", '' as of,
                    sum(a.quota_families)::int as families, sum(a.amount_rupiah)::text as "amountRupiah"
               from allocation a
              where a.period_id = $1 and ${inTerritories('a.city_code', '$2')}
                and exists (select from ledger_transaction t
                             where t.period_id = a.period_id and t.city_code = a.city_code and t.kind = 'allocation')
              group by 1`,
      ),
    );
  }

  private readonly sums = 'sum(p.families)::int as families, sum(p.amount_rupiah)::text as "amountRupiah"';

  private get hasPlace(): string {
    return `${inTerritories('p.territory_code', '$2')} and ${reaches('p.territory_code', this.level)}`;
  }

  private async counts<Row = CountRow>(sql: string): Promise<Row[]> {
    return rowsOf<Row>(this.manager, sql, [this.periodId, [this.within]]);
  }
}

const measure = ({ families, amountRupiah }: CountRow): Measure => ({ families, amountRupiah: BigInt(amountRupiah) });

const alone = (rows: readonly CountRow[]): Map<string, Measure> =>
  new Map(rows.map((row) => [row.territoryCode, measure(row)]));

const balancesOf = (rows: readonly CountRow[]): Balances =>
  Object.fromEntries(rows.map((row) => [row.of, measure(row)]));

const creditedOf = (rows: readonly RowsRow[]): Measure => ({
  families: rows.reduce((sum, { creditedFamilies }) => sum + creditedFamilies, 0),
  amountRupiah: sumRupiah(rows.map(({ creditedRupiah }) => BigInt(creditedRupiah))),
});

function byTerritory(rows: readonly CountRow[]): Map<string, Balances> {
  const groups = Map.groupBy(rows, ({ territoryCode }) => territoryCode);
  return new Map([...groups].map(([territoryCode, accounts]) => [territoryCode, balancesOf(accounts)]));
}
