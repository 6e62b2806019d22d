import type { EntityManager } from 'typeorm';
import { levelBelow, levelOf, type Measure, NATION, type TerritoryBalances, type TerritoryLevel } from '#domain';
import { lastDayOfUseOf } from '../distribution/return/last-day-of-use.js';
import { MoneyCountsReadModel } from '../money/money-counts.read-model.js';
import { jakartaDay } from '../shared/jakarta-day.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

/** How much of a code says where a territory belongs at a level. */
const LENGTH = { nation: 2, province: 2, city: 5, kecamatan: 8, kelurahan: 13 } as const;

export interface BalancesOf {
  readonly territoryCode: string;
  readonly balances: TerritoryBalances;
}

/** Open cases of a part, by what was found. */
export interface OpenCases {
  readonly territoryCode: string;
  readonly reason: string;
  readonly families: number;
  readonly amountRupiah: string;
}

/** Families whose money lay in their account unused at the end of a day. */
export interface UnusedOn {
  readonly on: string;
  readonly families: number;
  readonly amountRupiah: string;
  /** Families whose money was used or returned on that day. */
  readonly ended: number;
}

interface BalanceRow {
  readonly territoryCode: string;
  readonly account: string;
  readonly families: number;
  readonly amountRupiah: string;
}

/**
 * A territory's period by its direct parts, each figure from one question whose cost does not grow with the families: from
 * the city up the sums that stand beside the postings, below it the postings of one city.
 */
export class DashboardReadModel {
  readonly #level: TerritoryLevel;
  readonly #parts: TerritoryLevel;

  constructor(
    private readonly manager: EntityManager,
    private readonly periodId: string,
    private readonly territory: string,
  ) {
    this.#level = levelOf(territory);
    this.#parts = levelBelow(territory) ?? 'kelurahan';
  }

  /** The balance of each account of each part; what stands with the territory itself, a city's quota, is under its own code. */
  async balances(): Promise<BalancesOf[]> {
    const rows = await rowsOf<BalanceRow>(
      this.manager,
      `select left(s.place, ${LENGTH[this.#parts]}) as "territoryCode", s.account, sum(s.families)::int as families,
              sum(s.amount_rupiah)::bigint::text as "amountRupiah"
         from ${this.#sums} s where s.account <> 'appropriation' group by 1, 2
       having sum(s.families) <> 0 or sum(s.amount_rupiah) <> 0`,
      this.#where,
    );
    const parts = Map.groupBy(rows, ({ territoryCode }) => territoryCode);
    return [...parts].map(([territoryCode, of]) => ({
      territoryCode,
      balances: Object.fromEntries(of.map((row) => [row.account, measureOf(row)])),
    }));
  }

  /** What each part was allocated, and what the territory itself was, under its own code. */
  async allocated(): Promise<Map<string, Measure>> {
    if (this.#isWide)
      return new MoneyCountsReadModel(this.manager, this.periodId, this.territory, this.#parts).allocated();
    const rows = await rowsOf<Omit<BalanceRow, 'account'>>(
      this.manager,
      `select left(s.place, ${LENGTH[this.#parts]}) as "territoryCode", sum(s.families)::int as families,
              sum(s.amount_rupiah)::bigint::text as "amountRupiah"
         from ${this.#sums} s
        where s.account = 'unallocated' and s.amount_rupiah > 0 and length(s.place) > ${LENGTH.city} group by 1`,
      this.#where,
    );
    const allocated = new Map(rows.map((row) => [row.territoryCode, measureOf(row)]));
    if (this.#level !== 'city') return allocated;
    const own = await new MoneyCountsReadModel(this.manager, this.periodId, this.territory, 'city').allocated();
    return new Map([...allocated, ...own]);
  }

  /** Cases that nobody has decided yet, of each part, by what was found; what only few may read is one reason. */
  async openCases(): Promise<OpenCases[]> {
    return rowsOf<OpenCases>(
      this.manager,
      `select left(c.kelurahan_code, ${LENGTH[this.#parts]}) as "territoryCode",
              case when c.restricted then 'restricted' else coalesce(c.finding, 'not_visited') end as reason,
              count(*)::int as families, sum(c.amount_rupiah)::bigint::text as "amountRupiah"
         from follow_up_case c
        where c.period_id = $1 and c.state in ('to_visit', 'to_decide') ${this.#casesWithin}
        group by 1, 2 order by 3 desc, 2, 1`,
      this.#where,
    );
  }

  /** Open breaks of each part; one without a family stands with its city. */
  async openBreaks(): Promise<Map<string, number>> {
    const place = 'coalesce(e.kelurahan_code, o.city_code)';
    const rows = await rowsOf<{ territoryCode: string; breaks: number }>(
      this.manager,
      `select left(${place}, ${LENGTH[this.#parts]}) as "territoryCode", count(*)::int as breaks
         from reconciliation_break b join payment_order o on o.id = b.order_id left join entitlement e on e.id = b.entitlement_id
        where o.period_id = $1 and b.state = 'open' and ${inTerritories(place, '$2')} group by 1`,
      [this.periodId, [this.territory]],
    );
    return new Map(rows.map(({ territoryCode, breaks }) => [territoryCode, breaks]));
  }

  /** Money that lay unused in accounts, at the end of each day on which that changed, the first day first. */
  async unusedByDay(): Promise<UnusedOn[]> {
    return rowsOf<UnusedOn>(
      this.manager,
      `select day::text as on, (sum(families) over days)::int as families, (sum(rupiah) over days)::bigint::text as "amountRupiah",
              ended::int
         from (select s.day, coalesce(sum(s.families) filter (where ${UNUSED}), 0) as families,
                      coalesce(sum(s.amount_rupiah) filter (where ${UNUSED}), 0) as rupiah,
                      coalesce(sum(s.families) filter (where not ${UNUSED}), 0) as ended
                 from ${this.#sums} s
                where ${UNUSED} or s.account in ('transacted', 'returned') group by s.day) changed
       window days as (order by day) order by day`,
      this.#where,
    );
  }

  /** The first and the last day on which money of released orders may still be used; none before an order is released. */
  async deadlines(window: string): Promise<{ first: string; last: string } | null> {
    const row = await rowOf<{ first: string | null; last: string | null }>(
      this.manager,
      `select min(${lastDayOfUseOf('o', '$3')})::text as first, max(${lastDayOfUseOf('o', '$3')})::text as last
         from payment_order o where o.period_id = $1 and o.state <> 'drafted' and ${inTerritories('o.city_code', '$2')}`,
      [this.periodId, [this.#isWide ? this.territory : this.#city], window],
    );
    const { first = null, last = null } = row ?? {};
    return first === null || last === null ? null : { first, last };
  }

  get #casesWithin(): string {
    if (this.territory === NATION) return '';
    if (this.#isWide) return `and left(c.city_code, ${LENGTH.province}) = $2`;
    const within = this.#level === 'city' ? '' : `and (c.kelurahan_code = $3 or c.kelurahan_code like $3 || '.%')`;
    return `and c.city_code = $2 ${within}`;
  }

  get #city(): string {
    return this.territory.slice(0, LENGTH.city);
  }

  get #isWide(): boolean {
    return this.#level === 'nation' || this.#level === 'province';
  }

  get #sums(): string {
    if (this.territory === NATION) return sumsOfCities('');
    if (this.#isWide) return sumsOfCities(`and left(p.city_code, ${LENGTH.province}) = $2`);
    const within = this.#level === 'city' ? '' : `and (p.territory_code = $3 or p.territory_code like $3 || '.%')`;
    return `(select p.territory_code as place, p.account, p.families, p.amount_rupiah,
                    ${jakartaDay('t.posted_at')} as day
               from ledger_transaction t join posting p on p.transaction_id = t.id
              where t.period_id = $1 and t.city_code = $2 ${within})`;
  }

  get #where(): string[] {
    if (this.territory === NATION) return [this.periodId];
    if (this.#isWide) return [this.periodId, this.territory];
    return this.#level === 'city' ? [this.periodId, this.territory] : [this.periodId, this.#city, this.territory];
  }
}

/** Accounts in which money lies with a family that has not used it. */
const UNUSED = `(s.account in ('credited', 'not_transacted', 'held'))`;

const sumsOfCities = (where: string): string =>
  `(select p.city_code as place, p.account, p.families, p.amount_rupiah, p.posted_on as day
      from city_posting p where p.period_id = $1 ${where})`;

const measureOf = ({ families, amountRupiah }: Omit<BalanceRow, 'account'>): Measure => ({
  families,
  amountRupiah: BigInt(amountRupiah),
});
