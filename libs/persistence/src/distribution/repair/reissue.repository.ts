import type { EntityManager } from 'typeorm';
import { keepCitySums, POSTED } from '../../money/city-posting-sql.js';
import { LedgerRepository } from '../../money/ledger.repository.js';
import { rowsOf } from '../../shared/unit-of-work.js';
import { exitTasks } from '../../tasks/life/exit-tasks.js';
import { PaymentOrderRepository, type PaymentOrderRow } from '../order/payment-order.repository.js';
import { areaInForce } from '../service/service-area.repository.js';
import { TO_REPAIR } from './to-repair.js';

/** By which channel a payment is made again: `p` is what was put down, `o` the order of which it failed. */
const CHANNEL_OF_REPAIR = `case p.action when 'by_post' then 'post' when 'new_account' then 'card' else o.channel end`;

/** What was put down for failed payments, carried out: each that is paid again gets a successor in an order of its own. */
export class ReissueRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Makes the orders that pay again what this round says, one for each channel, and ends the round. The failed rows stay as the bank
   * left them and hold no money any more; their successors begin as decreed. Answers with the orders' ids, none where all was given
   * up; a repeat finds the orders made before.
   */
  async reissue(order: PaymentOrderRow, round: number): Promise<string[]> {
    const ledger = new LedgerRepository(this.manager);
    const transactionId = await ledger.begin({
      key: `reissue:${order.id}:${round}`,
      kind: 'reissue',
      periodId: order.periodId,
      cityCode: order.cityCode,
    });
    if (transactionId === undefined) return this.made(order.id, round);
    await ledger.stageMoves();
    await this.manager.query(
      `insert into entitlement_move (entitlement_id, to_state)
       select e.id, 'reissued' from entitlement e ${TO_REPAIR}
          and exists (select from payment_repair p where p.entitlement_id = e.id and p.round = o.repair_round and p.action <> 'give_up')`,
      [order.id],
    );
    const families = await ledger.moveEntitlements(transactionId);
    if (families > 0) {
      await this.#draft(order, round);
      await this.#succeed(order.id, round, transactionId);
      for (const id of await this.made(order.id, round)) await this.#count(id);
    }
    await this.manager.query('update payment_order set repair_round = $2 + 1 where id = $1 and repair_round = $2', [
      order.id,
      round,
    ]);
    return this.made(order.id, round);
  }

  /** The time for repairs is over: a task that is still open is closed, and its workflow told. A repeat changes nothing. */
  async end(orderId: string): Promise<void> {
    const reason = 'the time for repairs is over';
    await exitTasks(this.manager, { subjectId: orderId, kinds: ['payment.repair'], reason });
  }

  /** The orders that a round has made, the one into accounts first. */
  async made(orderId: string, round: number): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      'select id from payment_order where reissues_id = $1 and reissues_round = $2 order by channel',
      [orderId, round],
    );
    return rows.map(({ id }) => id);
  }

  /** Each for who pays by its channel in the city now; what goes the way it went before stays with who paid it then. */
  async #draft({ id }: PaymentOrderRow, round: number): Promise<void> {
    await this.manager.query(
      `insert into payment_order (id, period_id, city_code, decree_id, message_id, families, amount_rupiah, list_hash, state, created_at,
                                  reissues_id, reissues_round, generation, channel, area_id)
       select n.id, o.period_id, o.city_code, o.decree_id, 'AMN-' || upper(substr(replace(n.id::text, '-', ''), 1, 20)), 0, 0, '',
              'drafted', programme_now(), o.id, $2, o.generation + 1, n.channel,
              case when n.channel = o.channel then o.area_id else ${areaInForce('o.city_code', 'd.programme', 'n.channel')} end
         from payment_order o join period d on d.id = o.period_id
         cross join lateral (
           select gen_random_uuid() as id, way.channel
             from (select distinct ${CHANNEL_OF_REPAIR} as channel
                     from entitlement_move m join payment_repair p on p.entitlement_id = m.entitlement_id and p.round = $2) way) n
        where o.id = $1`,
      [id, round],
    );
  }

  /** The bank's reference of a successor is that of the first instruction and which one it is. */
  async #succeed(orderId: string, round: number, transactionId: string): Promise<void> {
    await this.manager.query(
      `with successors as (
         insert into entitlement (period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose, nik_hash,
                                  account_hash, amount_rupiah, state, order_id, end_to_end_id, reissues_id, payee_sealed)
         select e.period_id, e.city_code, e.decree_id, e.roster_row_id, e.kpm_code, e.kelurahan_code, e.purpose, e.nik_hash,
                case n.channel when 'card' then coalesce(p.account_hash, e.account_hash) end, e.amount_rupiah, 'decreed', n.id,
                regexp_replace(e.end_to_end_id, '-[0-9]+$', '') || '-' || n.generation, e.id, coalesce(p.payee_sealed, e.payee_sealed)
           from entitlement e
           join entitlement_move m on m.entitlement_id = e.id
           join payment_order o on o.id = e.order_id
           join payment_repair p on p.entitlement_id = e.id and p.round = $2
           join payment_order n on n.reissues_id = $1 and n.reissues_round = $2 and n.channel = ${CHANNEL_OF_REPAIR}
          where e.order_id = $1 and e.state = 'reissued' order by e.id
         returning kelurahan_code, amount_rupiah
       ), places as (
         select kelurahan_code, count(*)::int as families, sum(amount_rupiah) as rupiah from successors group by 1
       ), posted as (
         insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
         select $3::uuid, 'reissued', kelurahan_code, -families, -rupiah from places
         union all select $3::uuid, 'decreed', kelurahan_code, families, rupiah from places ${POSTED}
       ) ${keepCitySums('posted')}`,
      [orderId, round, transactionId],
    );
  }

  async #count(orderId: string): Promise<void> {
    const hash = await new PaymentOrderRepository(this.manager).hashNow(orderId);
    await this.manager.query(
      `update payment_order set list_hash = $2, families = s.families, amount_rupiah = s.rupiah
         from (select count(*) as families, sum(amount_rupiah) as rupiah from entitlement where order_id = $1) s where id = $1`,
      [orderId, hash],
    );
  }
}
