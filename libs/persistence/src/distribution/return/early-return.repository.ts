import type { EntityManager } from 'typeorm';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { exitTasks } from '../../tasks/life/exit-tasks.js';
import { ON_A_LIST } from './of-return.js';

export interface EarlyReturn {
  readonly id: string;
  readonly periodId: string;
  readonly cityCode: string;
}

/** Returns beside the one at the deadline: chosen families of one order, each on one list. */
export class EarlyReturnRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Lists these families of an order, who have not used their money or for whom it is held, under the order's next number. What another
   * return has on its list is left to it; undefined when nobody is left.
   */
  async draft(orderId: string, entitlementIds: readonly string[]): Promise<EarlyReturn | undefined> {
    const made = await rowOf<EarlyReturn>(
      this.manager,
      `with chosen as (
         select e.id, e.amount_rupiah, e.end_to_end_id from entitlement e
          where e.order_id = $1 and e.id = any($2::bigint[]) and e.state in ('not_transacted', 'held')
            and not ${ON_A_LIST}
       ), made as (
         insert into treasury_return (order_id, number, state, families, held_rupiah, list_hash, created_at)
         select $1::uuid, (select coalesce(max(number), 0) + 1 from treasury_return where order_id = $1), 'drafted', count(*),
                sum(amount_rupiah),
                encode(sha256(convert_to($1::text || ':early:' || string_agg(end_to_end_id || amount_rupiah, ',' order by id), 'utf8')), 'hex'),
                programme_now()
           from chosen having count(*) > 0 returning id
       ), listed as (
         insert into treasury_return_item (return_id, entitlement_id) select made.id, chosen.id from made, chosen
       )
       select made.id, o.period_id as "periodId", o.city_code as "cityCode" from made join payment_order o on o.id = $1`,
      [orderId, entitlementIds],
    );
    return made;
  }

  /** Keeps two from giving the same number, until the end of the transaction. */
  async lock(orderId: string): Promise<void> {
    await this.manager.query('select 1 from payment_order where id = $1 for update', [orderId]);
  }

  /** At the deadline what nobody has instructed goes back with the rest: its task is closed. A repeat changes nothing. */
  async overtakeDrafted(orderId: string): Promise<void> {
    const drafted = await rowsOf<{ id: string }>(
      this.manager,
      `update treasury_return set state = 'overtaken' where order_id = $1 and number > 0 and state = 'drafted' returning id`,
      [orderId],
    );
    for (const { id } of drafted) {
      await exitTasks(this.manager, { subjectId: id, kinds: ['return.instruct'], reason: 'deadline' });
    }
  }
}
