import type { EntityManager } from 'typeorm';
import type { BreakType } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';

/** An instruction that the file moved. */
export interface MovedInstruction {
  endToEndId: string;
  from: string;
  to: string;
  reason: string | null;
}

/** A difference that the file opened or settled. */
export interface TouchedBreak {
  endToEndId: string;
  type: BreakType;
  state: 'open' | 'settled';
  expected: string | null;
  found: string | null;
}

/** What the file adds to an account of the order's city, kelurahan together; rupiah as decimal strings. */
export interface AccountEffect {
  account: string;
  families: number;
  amountRupiah: string;
}

export interface FileEffects {
  rows: MovedInstruction[];
  breaks: TouchedBreak[];
  postings: AccountEffect[];
  /** Cases that the cut-off would open for who did not transact, and those that end because their family did. */
  cases: { opens: number; ends: number };
}

/** How it stood before the file, beside what lies in tables of the transaction. */
export interface Stood {
  /** Id of the last posting. */
  readonly lastPosting: string;
  readonly usedCases: number;
}

/** What one bank file does to an order, read inside the transaction that applies it. */
export class FileEffectsRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * How the order stands: its files, its round of breaks and how many families are where. What was rehearsed at another
   * stand is no longer true.
   */
  async stand(orderId: string): Promise<string> {
    const row = await rowOf<{ stand: string }>(
      this.manager,
      `select encode(sha256(convert_to(concat_ws('|', o.id, o.state, o.attempt, o.break_round,
                (select max(number) from bank_file f where f.order_id = o.id),
                (select string_agg(state || n, ',' order by state)
                   from (select state, count(*) as n from entitlement where order_id = o.id group by state) s)), 'utf8')), 'hex') as stand
         from payment_order o where o.id = $1`,
      [orderId],
    );
    return row?.stand ?? '';
  }

  /** Keeps others from committing to the order until the end of the transaction. */
  async lock(orderId: string): Promise<void> {
    await this.manager.query('select 1 from payment_order where id = $1 for update', [orderId]);
  }

  /** Remembers how everything stands, until the end of the transaction; hand what it answers to `since`. */
  async remember(orderId: string): Promise<Stood> {
    for (const table of ['entitlement', 'reconciliation_break']) {
      await this.manager.query(`create temp table stood_${table} (id bigint primary key, state text) on commit drop`);
      await this.manager.query(`insert into stood_${table} select id, state from ${table} where order_id = $1`, [
        orderId,
      ]);
    }
    const stood = await rowOf<Stood>(
      this.manager,
      `select (select coalesce(max(id), 0) from posting) as "lastPosting",
              (select count(*)::int from follow_up_case c join entitlement e on e.id = c.entitlement_id
                where e.order_id = $1 and c.state = 'used') as "usedCases"`,
      [orderId],
    );
    if (stood === undefined) throw new Error('a count has a row');
    return stood;
  }

  /** What has changed since. */
  async since(orderId: string, { lastPosting, usedCases }: Stood): Promise<FileEffects> {
    return {
      rows: await rowsOf<MovedInstruction>(
        this.manager,
        `select e.end_to_end_id as "endToEndId", s.state as "from", e.state as "to", e.reason
           from stood_entitlement s join entitlement e on e.id = s.id where e.state <> s.state order by e.id`,
      ),
      breaks: await rowsOf<TouchedBreak>(
        this.manager,
        `select b.end_to_end_id as "endToEndId", b.type, b.state, b.expected_rupiah::text as expected,
                b.found_rupiah::text as found
           from reconciliation_break b left join stood_reconciliation_break s on s.id = b.id
          where b.order_id = $1 and b.state is distinct from s.state order by b.id`,
        [orderId],
      ),
      postings: await rowsOf<AccountEffect>(
        this.manager,
        `select p.account, sum(p.families)::int as families, sum(p.amount_rupiah)::text as "amountRupiah"
           from posting p join ledger_transaction t on t.id = p.transaction_id
           join payment_order o on o.period_id = t.period_id and o.city_code = t.city_code
          where o.id = $1 and p.id > $2
          group by 1 having sum(p.amount_rupiah) <> 0 or sum(p.families) <> 0 order by 1`,
        [orderId, lastPosting],
      ),
      cases: (await rowOf<{ opens: number; ends: number }>(
        this.manager,
        `select count(*) filter (where e.state = 'not_transacted' and c.id is null)::int as opens,
                count(*) filter (where c.state = 'used')::int - $2::int as ends
           from entitlement e left join follow_up_case c on c.entitlement_id = e.id where e.order_id = $1`,
        [orderId, usedCases],
      )) ?? { opens: 0, ends: 0 },
    };
  }
}
