import type { EntityManager } from 'typeorm';
import { DomainError, type ReturnBalance } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { LedgerRepository } from '../../money/ledger.repository.js';
import type { PaymentOrderRow } from '../order/payment-order.repository.js';
import { BY_KEY, LEFT_TO_DEADLINE, OF_RETURN } from './of-return.js';

export interface TreasuryReturnRow {
  id: string;
  orderId: string;
  /** 0 for the return at the deadline; early ones, and those of holds that outlast it, count from 1. */
  number: number;
  /** `overtaken` by the deadline, or because nobody was left to return anything. */
  state: 'drafted' | 'held' | 'sent' | 'deposited' | 'confirmed' | 'overtaken';
  families: number;
  /** Of these, whose case was decided so that they keep their money, and who have not used it. */
  toKeepFamilies: number;
  heldRupiah: string;
  listHash: string;
  /** By the families' rows; null before the bank's answer. */
  returnedFamilies: number | null;
  /** Sum of the treasury's receipts; null before the bank's answer, as the next three are. */
  depositedRupiah: string | null;
  depositedOn: string | null;
  ntpn: string | null;
  ntb: string | null;
  instructedAt: Date | null;
}

const RECEIPTS = `(select sum(amount_rupiah) as rupiah, max(deposited_on) as deposited_on,
    string_agg(ntpn, ', ' order by deposited_on, ntpn) as ntpn, string_agg(ntb, ', ' order by deposited_on, ntpn) as ntb
  from treasury_deposit where order_id = r.order_id and return_number = r.number)`;
const ANSWERED = `r.state in ('deposited', 'confirmed')`;

/** Money that nobody used, on its way back to the treasury. A `key` is the order's id for the return at its deadline, its own id for another. */
export class TreasuryReturnRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The list of untouched money at the deadline, without what is held or goes back by itself. A repeat finds the first draft. */
  async draft(orderId: string): Promise<TreasuryReturnRow> {
    await this.manager.query(
      `insert into treasury_return (order_id, state, families, held_rupiah, list_hash, created_at)
       select $1::uuid, 'drafted', count(*), coalesce(sum(amount_rupiah), 0),
              encode(sha256(convert_to($1::text || coalesce(string_agg(end_to_end_id || amount_rupiah, ',' order by id), ''), 'utf8')), 'hex'),
              programme_now()
         from entitlement e where order_id = $1::uuid and state = 'not_transacted' and ${LEFT_TO_DEADLINE}
       on conflict (order_id, number) do nothing`,
      [orderId],
    );
    return this.find(orderId);
  }

  /** The treasury's receipt numbers of a city's return; null while there is none. */
  async ntpnOf(periodId: string, cityCode: string): Promise<string | null> {
    const row = await rowOf<{ ntpn: string | null }>(
      this.manager,
      `select string_agg(d.ntpn, ', ' order by d.deposited_on, d.ntpn) as ntpn
         from treasury_deposit d join payment_order o on o.id = d.order_id
        where o.period_id = $1 and o.city_code = $2`,
      [periodId, cityCode],
    );
    return row?.ntpn ?? null;
  }

  /** Throws RETURN_UNKNOWN. */
  async find(key: string): Promise<TreasuryReturnRow> {
    const row = await rowOf<TreasuryReturnRow>(
      this.manager,
      `select r.id, r.order_id as "orderId", r.number, r.state, r.families, r.held_rupiah as "heldRupiah", r.list_hash as "listHash",
              case when ${ANSWERED} then (select count(*)::int from entitlement e where e.state = 'returned' and ${OF_RETURN})
              end as "returnedFamilies",
              case when ${ANSWERED} then coalesce(d.rupiah, 0)::bigint::text end as "depositedRupiah",
              d.deposited_on::text as "depositedOn", d.ntpn, d.ntb, r.instructed_at as "instructedAt",
              (select count(*)::int from entitlement e join follow_up_case c on c.entitlement_id = e.id
                where ${OF_RETURN} and e.state in ('not_transacted', 'held', 'returned')
                  and c.money_decided = 'keep') as "toKeepFamilies"
         from treasury_return r cross join lateral ${RECEIPTS} d where ${BY_KEY}`,
      [key],
    );
    if (row === undefined) throw new DomainError('RETURN_UNKNOWN', 'nothing is being returned for this order');
    return row;
  }

  /** Under which key the return with this number is known; undefined where the order has none. */
  async keyOf(orderId: string, number: number): Promise<string | undefined> {
    if (number === 0) return orderId;
    const sql = 'select id from treasury_return where order_id = $1 and number = $2';
    return (await rowOf<{ id: string }>(this.manager, sql, [orderId, number]))?.id;
  }

  /** The keys of all returns of an order that the bank still owes an answer, or has answered; the deadline's first. */
  async keysOf(orderId: string): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `select id from treasury_return where order_id = $1 and number > 0 and state <> 'overtaken' order by number`,
      [orderId],
    );
    return [orderId, ...rows.map(({ id }) => id)];
  }

  /** Whether the bank has said what became of the money. */
  async isAnswered(key: string): Promise<boolean> {
    return (
      (await rowOf(this.manager, `select 1 from treasury_return r where ${BY_KEY} and ${ANSWERED}`, [key])) !==
      undefined
    );
  }

  /** Freezes what is unused of the list. A repeat changes nothing. */
  async hold(order: PaymentOrderRow, key: string = order.id): Promise<void> {
    const ledger = new LedgerRepository(this.manager);
    const { periodId, cityCode } = order;
    const transactionId = await ledger.begin({ key: `hold:${key}`, kind: 'hold', periodId, cityCode });
    if (transactionId === undefined) return;
    await ledger.stageMoves();
    const number = key === order.id ? 0 : (await this.find(key)).number;
    await this.manager.query(
      `insert into entitlement_move (entitlement_id, to_state)
       select e.id, 'held' from entitlement e, (select $1::uuid as order_id, $2::int as number, $3::uuid as id) r
        where ${OF_RETURN} and e.order_id = $1 and e.state = 'not_transacted'`,
      [order.id, number, key],
    );
    await ledger.moveEntitlements(transactionId);
    await this.setState(key, 'held');
  }

  /** How many of the list are frozen, and their sum: less than was listed where families have used theirs since. */
  async heldTotals(key: string): Promise<{ families: number; amountRupiah: bigint }> {
    const row = await rowOf<{ families: number; amountRupiah: string }>(
      this.manager,
      `select count(e.id)::int as families, coalesce(sum(e.amount_rupiah), 0)::text as "amountRupiah"
         from treasury_return r join entitlement e on e.state = 'held' and ${OF_RETURN} where ${BY_KEY}`,
      [key],
    );
    return { families: row?.families ?? 0, amountRupiah: BigInt(row?.amountRupiah ?? 0) };
  }

  async heldInstructions(key: string, afterId: string, limit: number) {
    return rowsOf<{ id: string; endToEndId: string; amountRupiah: string; sealed: Buffer; isHeldForPerson: boolean }>(
      this.manager,
      `select e.id, e.end_to_end_id as "endToEndId", e.amount_rupiah as "amountRupiah", coalesce(e.payee_sealed, f.sealed) as sealed,
              o.channel = 'post' as "isHeldForPerson"
         from treasury_return r join entitlement e on e.state = 'held' and ${OF_RETURN} join roster_row f on f.id = e.roster_row_id
         join payment_order o on o.id = e.order_id
        where ${BY_KEY} and e.id > $2 order by e.id limit $3`,
      [key, afterId, limit],
    );
  }

  /**
   * Notes a receipt of the treasury; the bank's later word on the same receipt takes the place of the earlier. Nothing
   * deposited is an answer, too. A confirmed return stays confirmed.
   */
  async recordDeposit(
    orderId: string,
    receipt: { ntpn: string; ntb: string; depositedRupiah: bigint; depositedOn: string },
    number = 0,
  ): Promise<void> {
    if (receipt.depositedRupiah > 0n) {
      await this.manager.query(
        `insert into treasury_deposit (order_id, ntpn, ntb, amount_rupiah, deposited_on, noted_at, return_number)
         values ($1, $2, $3, $4, $5, programme_now(), $6)
         on conflict (order_id, return_number, ntpn) do update
         set ntb = excluded.ntb, amount_rupiah = excluded.amount_rupiah, deposited_on = excluded.deposited_on`,
        [orderId, receipt.ntpn, receipt.ntb, receipt.depositedRupiah.toString(), receipt.depositedOn, number],
      );
    }
    await this.manager.query(
      `update treasury_return set state = 'deposited' where order_id = $1 and number = $2 and state in ('held', 'sent')`,
      [orderId, number],
    );
  }

  /** What the families' rows, the treasury's receipts and the people who explain differences say. */
  async balance(key: string): Promise<ReturnBalance> {
    const row = await rowOf<{ heldFamilies: number; returned: string; deposited: string; isExplained: boolean }>(
      this.manager,
      `select families.held as "heldFamilies", families.returned::text as returned, coalesce(d.rupiah, 0)::bigint::text as deposited,
              exists (select from reconciliation_break b where b.order_id = r.order_id and b.type = 'deposit_difference'
                         and b.end_to_end_id = ${DEPOSIT_OF} and b.settled_round is not null and b.resolution = 'explained'
                         and b.expected_rupiah = families.returned and b.found_rupiah = coalesce(d.rupiah, 0)) as "isExplained"
         from treasury_return r cross join lateral ${RECEIPTS} d
        cross join lateral (
         select count(*) filter (where e.state = 'held')::int as held,
                coalesce(sum(e.amount_rupiah) filter (where e.state = 'returned'), 0)::bigint as returned
           from entitlement e where e.state in ('held', 'returned') and ${OF_RETURN}) families where ${BY_KEY}`,
      [key],
    );
    return {
      ...{ heldFamilies: row?.heldFamilies ?? 0, isExplained: row?.isExplained ?? false },
      ...{ returnedRupiah: BigInt(row?.returned ?? 0), depositedRupiah: BigInt(row?.deposited ?? 0) },
    };
  }

  async setState(key: string, state: TreasuryReturnRow['state']): Promise<void> {
    await this.manager.query(
      `update treasury_return r set state = $2,
              instructed_at = case when $2 = 'sent' then coalesce(instructed_at, programme_now()) else instructed_at end
        where ${BY_KEY}`,
      [key, state],
    );
  }
}

/** What a break over the receipts of a return `r` is about. */
export const DEPOSIT_OF = `case r.number when 0 then 'deposit' else 'deposit-' || r.number end`;
