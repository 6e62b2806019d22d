import type { EntityManager } from 'typeorm';
import { rowOf } from '../shared/unit-of-work.js';

/** Cases close with the ledger's word alone; the database refuses anything else. */
export class CaseClosingRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Closes the ended cases of an order whose money the ledger has used or returned, and only those. Answers with how many; a
   * repeat closes none twice.
   */
  async closeSettled(orderId: string): Promise<number> {
    return this.close('e.order_id = $1', orderId);
  }

  /** The same at one desk: for what was decided, or lapsed, after the money had moved. */
  async closeAtDesk(deskWorkflowId: string): Promise<number> {
    return this.close('c.desk_workflow_id = $1', deskWorkflowId);
  }

  private async close(where: string, value: string): Promise<number> {
    const row = await rowOf<{ closed: number }>(
      this.manager,
      `with closed as (
         update follow_up_case c set closed_at = programme_now(),
                closed_money = case e.state when 'transacted' then 'used' else 'returned' end
           from entitlement e
          where e.id = c.entitlement_id and ${where} and c.closed_at is null
            and c.state in ('decided', 'used', 'lapsed') and e.state in ('transacted', 'returned')
         returning c.id, c.closed_money
       ), overtaken as (
         update case_request q set state = 'overtaken', ended_at = programme_now() from closed
          where q.case_id = closed.id and q.state = 'open' and q.kind <> 'replace'
       ), measured as (
         update case_measure m set ended_at = coalesce(m.ended_at, programme_now()),
                state = case when closed.closed_money = 'returned' and m.state <> 'proposed' then 'ended' else 'overtaken' end
           from closed where m.case_id = closed.id and m.state in ('proposed', 'in_force', 'released', 'returning'))
       select count(*)::int as closed from closed`,
      [value],
    );
    return row?.closed ?? 0;
  }
}
