import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { areaInForce } from '../service/service-area.repository.js';
import { hashOfPaid } from './hash-of-paid.js';
import { PaymentOrderRepository, type PaymentOrderRow } from './payment-order.repository.js';

/** A ratified decree on its way to those who pay it. */
export class DecreeOrderRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * The orders of a ratified decree, one for each channel by which its families are paid, under the ids by which its entitlements knew them
   * beforehand; a repeat finds them. Each is for who serves the city on this day, and stays with it. Answers with the first, into accounts
   * where there is one. Throws DECREE_NOT_RATIFIED, and DECREE_LIST_CHANGED where its parts are not what was signed.
   */
  async draft(decreeId: string): Promise<PaymentOrderRow> {
    await this.manager.query(
      `insert into payment_order (id, period_id, city_code, decree_id, message_id, families, amount_rupiah, list_hash, state, created_at, channel, area_id)
       select part.id, d.period_id, d.city_code, d.id, 'AMN-' || upper(substr(replace(part.id::text, '-', ''), 1, 20)), part.families,
              part.amount, d.list_hash, 'drafted', programme_now(), part.channel,
              ${areaInForce('d.city_code', 'p.programme', 'part.channel')}
         from decree d join period p on p.id = d.period_id
         cross join lateral (
           select e.order_id as id, case when e.order_id = d.id then p.channel when p.channel = 'card' then 'post' else 'card' end as channel,
                  count(*) as families, sum(e.amount_rupiah) as amount
             from entitlement e where e.decree_id = d.id and e.reissues_id is null group by e.order_id) part
        where d.id = $1 and d.state = 'ratified'
       on conflict do nothing`,
      [decreeId],
    );
    const [first, ...others] = await this.ofDecree(decreeId);
    if (first === undefined) throw new DomainError('DECREE_NOT_RATIFIED', 'only a ratified decree can be paid');
    if (others.length > 0) await this.#signParts(decreeId, [first, ...others]);
    return new PaymentOrderRepository(this.manager).find(first);
  }

  /** Ids of a decree's own orders, the one into accounts first. */
  async ofDecree(decreeId: string): Promise<string[]> {
    const sql = 'select id from payment_order where decree_id = $1 and reissues_id is null order by channel';
    return (await rowsOf<{ id: string }>(this.manager, sql, [decreeId])).map(({ id }) => id);
  }

  /** Each part of what was signed has a hash of its own, once the whole is found to be what was signed. */
  async #signParts(decreeId: string, orderIds: readonly string[]): Promise<void> {
    const whole = await rowOf<{ isSigned: boolean }>(
      this.manager,
      `select ${hashOfPaid('e.decree_id = $1 and e.reissues_id is null')} = list_hash as "isSigned" from decree where id = $1`,
      [decreeId],
    );
    if (whole?.isSigned !== true)
      throw new DomainError('DECREE_LIST_CHANGED', 'what would be paid is not what was signed');
    const orders = new PaymentOrderRepository(this.manager);
    for (const id of orderIds) {
      await this.manager.query(`update payment_order set list_hash = $2 where id = $1 and state = 'drafted'`, [
        id,
        await orders.hashNow(id),
      ]);
    }
  }
}
