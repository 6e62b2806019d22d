import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
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
  returnedFamilies: number | null;
  depositedRupiah: string | null;
  depositedOn: string | null;
  ntpn: string | null;
  ntb: string | null;
  instructedAt: Date | null;
}

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

  /** The treasury's receipt number of a city's return; null while there is none. */
  async ntpnOf(periodId: string, cityCode: string): Promise<string | null> {
    const row = await rowOf<{ ntpn: string | null }>(
      this.manager,
      `select r.ntpn from treasury_return r join payment_order o on o.id = r.order_id
        where o.period_id = $1 and o.city_code = $2`,
      [periodId, cityCode],
    );
    return row?.ntpn ?? null;
  }

  async find(orderId: string): Promise<TreasuryReturnRow> {
    const row = await rowOf<TreasuryReturnRow>(
      this.manager,
      `select id, order_id as "orderId", state, families, held_rupiah as "heldRupiah", list_hash as "listHash",
              returned_families as "returnedFamilies", deposited_rupiah as "depositedRupiah",
              deposited_on::text as "depositedOn", ntpn, ntb, instructed_at as "instructedAt",
              (select count(*)::int from entitlement e join follow_up_case c on c.entitlement_id = e.id
                where e.order_id = $1 and e.state in ('not_transacted', 'held', 'returned')
                  and c.outcome = 'keeps_money') as "toKeepFamilies"
         from treasury_return where order_id = $1`,
      [orderId],
    );
    if (row === undefined) throw new DomainError('RETURN_UNKNOWN', 'nothing is being returned for this order');
    return row;
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
      `select e.id, e.end_to_end_id as "endToEndId", e.amount_rupiah as "amountRupiah", f.sealed
         from entitlement e join roster_row f on f.id = e.roster_row_id
        where e.order_id = $1 and e.state = 'held' and e.id > $2 order by e.id limit $3`,
      [orderId, afterId, limit],
    );
  }

  /** Notes the treasury's receipt; the returned families are counted from the rows, never from the bank's total. */
  async recordDeposit(
    orderId: string,
    receipt: { ntpn: string; ntb: string; depositedRupiah: bigint; depositedOn: string },
  ): Promise<void> {
    await this.manager.query(
      `update treasury_return set state = 'deposited', ntpn = $2, ntb = $3, deposited_rupiah = $4, deposited_on = $5,
              returned_families = (select count(*) from entitlement where order_id = $1 and state = 'returned')
        where order_id = $1 and state in ('held', 'sent')`,
      [orderId, receipt.ntpn, receipt.ntb, receipt.depositedRupiah.toString(), receipt.depositedOn],
    );
  }

  /** Rupiah the rows say were returned; must equal the receipt. */
  async returnedRupiah(orderId: string): Promise<bigint> {
    const row = await rowOf<{ amount: string }>(
      this.manager,
      `select coalesce(sum(amount_rupiah), 0)::text as amount from entitlement where order_id = $1 and state = 'returned'`,
      [orderId],
    );
    return BigInt(row?.amount ?? 0);
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
