import type { EntityManager } from 'typeorm';
import { DomainError, type ReturnBalance } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { LedgerRepository } from '../../money/ledger.repository.js';
import type { PaymentOrderRow } from '../order/payment-order.repository.js';

export interface TreasuryReturnRow {
  id: string;
  orderId: string;
  state: 'drafted' | 'held' | 'sent' | 'deposited' | 'confirmed';
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

const RECEIPTS = `select sum(amount_rupiah) as rupiah, max(deposited_on) as deposited_on,
    string_agg(ntpn, ', ' order by deposited_on, ntpn) as ntpn, string_agg(ntb, ', ' order by deposited_on, ntpn) as ntb
  from treasury_deposit where order_id = $1`;
const ANSWERED = `r.state in ('deposited', 'confirmed')`;

/** Money that nobody used, on its way back to the treasury. */
export class TreasuryReturnRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The list of untouched money at the deadline. A repeat finds the first draft. */
  async draft(orderId: string): Promise<TreasuryReturnRow> {
    await this.manager.query(
      `insert into treasury_return (order_id, state, families, held_rupiah, list_hash, created_at)
       select $1::uuid, 'drafted', count(*), coalesce(sum(amount_rupiah), 0),
              encode(sha256(convert_to($1::text || coalesce(string_agg(end_to_end_id || amount_rupiah, ',' order by id), ''), 'utf8')), 'hex'),
              programme_now()
         from entitlement where order_id = $1::uuid and state = 'not_transacted'
       on conflict (order_id) do nothing`,
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

  async find(orderId: string): Promise<TreasuryReturnRow> {
    const row = await rowOf<TreasuryReturnRow>(
      this.manager,
      `select r.id, r.order_id as "orderId", r.state, r.families, r.held_rupiah as "heldRupiah", r.list_hash as "listHash",
              case when ${ANSWERED} then (select count(*)::int from entitlement where order_id = $1 and state = 'returned')
              end as "returnedFamilies",
              case when ${ANSWERED} then coalesce(d.rupiah, 0)::bigint::text end as "depositedRupiah",
              d.deposited_on::text as "depositedOn", d.ntpn, d.ntb, r.instructed_at as "instructedAt",
              (select count(*)::int from entitlement e join follow_up_case c on c.entitlement_id = e.id
                where e.order_id = $1 and e.state in ('not_transacted', 'held', 'returned')
                  and c.money_decided = 'keep') as "toKeepFamilies"
         from treasury_return r cross join (${RECEIPTS}) d where r.order_id = $1`,
      [orderId],
    );
    if (row === undefined) throw new DomainError('RETURN_UNKNOWN', 'nothing is being returned for this order');
    return row;
  }

  /** Whether the bank has said what became of the money. */
  async isAnswered(orderId: string): Promise<boolean> {
    const sql = `select 1 from treasury_return r where r.order_id = $1 and ${ANSWERED}`;
    return (await rowOf(this.manager, sql, [orderId])) !== undefined;
  }

  /** Freezes the money of the list. A repeat changes nothing. */
  async hold(order: PaymentOrderRow): Promise<void> {
    const ledger = new LedgerRepository(this.manager);
    const transactionId = await ledger.begin({
      key: `hold:${order.id}`,
      kind: 'hold',
      periodId: order.periodId,
      cityCode: order.cityCode,
    });
    if (transactionId === undefined) return;
    await ledger.stageMoves();
    await this.manager.query(
      `insert into entitlement_move (entitlement_id, to_state)
       select id, 'held' from entitlement where order_id = $1 and state = 'not_transacted'`,
      [order.id],
    );
    await ledger.moveEntitlements(transactionId);
    await this.setState(order.id, 'held');
  }

  async heldInstructions(orderId: string, afterId: string, limit: number) {
    return rowsOf<{ id: string; endToEndId: string; amountRupiah: string; sealed: Buffer }>(
      this.manager,
      `select e.id, e.end_to_end_id as "endToEndId", e.amount_rupiah as "amountRupiah", coalesce(e.payee_sealed, f.sealed) as sealed
         from entitlement e join roster_row f on f.id = e.roster_row_id
        where e.order_id = $1 and e.state = 'held' and e.id > $2 order by e.id limit $3`,
      [orderId, afterId, limit],
    );
  }

  /**
   * Notes a receipt of the treasury; the bank's later word on the same receipt takes the place of the earlier. Nothing
   * deposited is an answer, too. A confirmed return stays confirmed.
   */
  async recordDeposit(
    orderId: string,
    receipt: { ntpn: string; ntb: string; depositedRupiah: bigint; depositedOn: string },
  ): Promise<void> {
    if (receipt.depositedRupiah > 0n) {
      await this.manager.query(
        `insert into treasury_deposit (order_id, ntpn, ntb, amount_rupiah, deposited_on, noted_at)
         values ($1, $2, $3, $4, $5, programme_now())
         on conflict (order_id, ntpn) do update
         set ntb = excluded.ntb, amount_rupiah = excluded.amount_rupiah, deposited_on = excluded.deposited_on`,
        [orderId, receipt.ntpn, receipt.ntb, receipt.depositedRupiah.toString(), receipt.depositedOn],
      );
    }
    await this.manager.query(
      `update treasury_return set state = 'deposited' where order_id = $1 and state in ('held', 'sent')`,
      [orderId],
    );
  }

  /** What the families' rows, the treasury's receipts and the people who explain differences say. */
  async balance(orderId: string): Promise<ReturnBalance> {
    const row = await rowOf<{ heldFamilies: number; returned: string; deposited: string; isExplained: boolean }>(
      this.manager,
      `with families as (
         select count(*) filter (where state = 'held')::int as held,
                coalesce(sum(amount_rupiah) filter (where state = 'returned'), 0)::bigint as returned
           from entitlement where order_id = $1
       ), receipts as (${RECEIPTS})
       select held as "heldFamilies", returned::text as returned, coalesce(rupiah, 0)::bigint::text as deposited,
              exists (select from reconciliation_break b where b.order_id = $1 and b.type = 'deposit_difference'
                         and b.settled_round is not null and b.resolution = 'explained'
                         and b.expected_rupiah = returned and b.found_rupiah = coalesce(rupiah, 0)) as "isExplained"
         from families, receipts`,
      [orderId],
    );
    return {
      ...{ heldFamilies: row?.heldFamilies ?? 0, isExplained: row?.isExplained ?? false },
      ...{ returnedRupiah: BigInt(row?.returned ?? 0), depositedRupiah: BigInt(row?.deposited ?? 0) },
    };
  }

  async setState(orderId: string, state: TreasuryReturnRow['state']): Promise<void> {
    await this.manager.query(
      `update treasury_return set state = $2,
              instructed_at = case when $2 = 'sent' then coalesce(instructed_at, programme_now()) else instructed_at end
        where order_id = $1`,
      [orderId, state],
    );
  }
}
