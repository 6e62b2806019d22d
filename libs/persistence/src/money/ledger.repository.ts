import type { EntityManager } from 'typeorm';
import { ENTITLEMENT_STATES, type EntitlementState, isRelease, statesBefore } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { keepCitySums, POSTED } from './city-posting-sql.js';

/** Accounts beside the entitlement states. `appropriation` is the budget's far side, the only one below zero. */
export type Account = EntitlementState | 'appropriation' | 'unallocated';

export interface MoneyMove {
  /** Makes a repeat find the first, e.g. `bank-file:<sha>`. */
  readonly key: string;
  readonly kind: string;
  readonly periodId: string;
  readonly cityCode: string;
}

/**
 * The double-entry ledger. A family's state and the postings of its territory move in one statement, so that the two
 * ways to count a state (rows and postings) can be held against each other.
 */
export class LedgerRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Takes the key; false when the same movement was posted before, and then nothing more is to be done. */
  async begin(move: MoneyMove): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into ledger_transaction (key, kind, period_id, city_code, posted_at)
       values ($1, $2, $3, $4, programme_now()) on conflict (key) do nothing returning id`,
      [move.key, move.kind, move.periodId, move.cityCode],
    );
    return row?.id;
  }

  /** Moves an amount between two accounts of one territory. */
  async post(
    transactionId: string,
    from: Account,
    to: Account,
    territoryCode: string,
    families: number,
    amountRupiah: bigint,
  ): Promise<void> {
    await this.manager.query(
      `with posted as (
         insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
         values ($1, $2, $4, -$5::int, -$6::bigint), ($1, $3, $4, $5::int, $6::bigint) ${POSTED}
       ) ${keepCitySums('posted')}`,
      [transactionId, from, to, territoryCode, families, amountRupiah.toString()],
    );
  }

  /** Moves quota from a city to a part of it. */
  async allocate(
    transactionId: string,
    cityCode: string,
    territoryCode: string,
    families: number,
    amountRupiah: bigint,
  ): Promise<void> {
    await this.manager.query(
      `with posted as (
         insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
         values ($1, 'unallocated', $2, -$4::int, -$5::bigint), ($1, 'unallocated', $3, $4::int, $5::bigint) ${POSTED}
       ) ${keepCitySums('posted')}`,
      [transactionId, cityCode, territoryCode, families, amountRupiah.toString()],
    );
  }

  /**
   * Moves the entitlements named in the temp table `entitlement_move`. Only moves that the state table allows happen;
   * the number moved is returned, so that callers see what did not. Only who `releases` lets frozen money go.
   */
  async moveEntitlements(transactionId: string, { releases = false } = {}): Promise<number> {
    const moves = ENTITLEMENT_STATES.flatMap((to) => statesBefore(to).map((from) => ({ from, to })));
    const allowed = moves.filter(({ from, to }) => releases || !isRelease(from, to));
    const moved = await rowsOf<{ moved: number }>(
      this.manager,
      `with allowed as (
         select * from jsonb_to_recordset($2::jsonb) as a("from" text, "to" text)
       ), moved as (
         update entitlement e set state = m.to_state, live = m.to_state not in ('failed', 'reissued'),
                reason = case when m.to_state in ('ordered', 'credited') then null else coalesce(m.reason, e.reason) end,
                credited_on = case m.to_state when 'credited' then m.on_date when 'failed' then null else e.credited_on end,
                transacted_on = case when m.to_state = 'transacted' then m.on_date else e.transacted_on end
           from entitlement_move m, allowed a
          where e.id = m.entitlement_id and a."from" = e.state and a."to" = m.to_state
         returning old.state as from_state, new.state as to_state, new.kelurahan_code, new.amount_rupiah
       ), posted as (
         insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
         select $1::uuid, from_state, kelurahan_code, -count(*), -sum(amount_rupiah)
           from moved group by from_state, kelurahan_code
         union all
         select $1::uuid, to_state, kelurahan_code, count(*), sum(amount_rupiah)
           from moved group by to_state, kelurahan_code
         ${POSTED}
       ), kept as (
         ${keepCitySums('posted')}
       )
       select count(*)::int as moved from moved`,
      [transactionId, JSON.stringify(allowed)],
    );
    return moved[0]?.moved ?? 0;
  }

  /** An empty temp table for `moveEntitlements`, gone at the end of the transaction. */
  async stageMoves(): Promise<void> {
    await this.manager.query(`create temp table if not exists entitlement_move
      (entitlement_id bigint primary key, to_state text not null, reason text, on_date date) on commit drop`);
    await this.manager.query('truncate entitlement_move');
  }

  /** Balance of every account of a city in a period, from postings alone. */
  async balances(
    periodId: string,
    cityCode: string,
  ): Promise<{ account: Account; families: number; amountRupiah: string }[]> {
    return rowsOf(
      this.manager,
      `select account, sum(families)::int as families, sum(amount_rupiah)::text as "amountRupiah"
         from posting p join ledger_transaction t on t.id = p.transaction_id
        where t.period_id = $1 and t.city_code = $2 group by account order by account`,
      [periodId, cityCode],
    );
  }
}
