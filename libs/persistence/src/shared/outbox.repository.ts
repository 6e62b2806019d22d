import type { EntityManager } from 'typeorm';
import { DIARY_TYPES } from '#domain';
import { gateOf } from '../approvals/gate.js';
import { rowOf, rowsOf } from './unit-of-work.js';
import { openTask } from '../tasks/open-task.js';

/**
 * What can be told to Temporal: start a period's workflow, a decision, a moved deadline, a moved sandbox calendar, that
 * what a diary waits for has changed, which triggers write, that a file of the bank has come, that breaks have, and that chosen families'
 * money goes back early, that quotas are to be changed, that something happened to a complaint, and that something is to be sent to an endpoint.
 */
export type OutboxKind =
  | 'start-period'
  | 'decision'
  | 'deadline'
  | 'clock'
  | 'diary'
  | 'arrival'
  | 'breaks'
  | 'desk'
  | 'early-return'
  | 'quota-change'
  | 'complaint'
  | 'webhook';

export interface OutboxRow {
  id: string;
  workflowId: string;
  kind: OutboxKind;
  payload: unknown;
}

/** Messages to Temporal, written in the transaction that made them true and delivered at least once. */
export class OutboxRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(workflowId: string, kind: OutboxKind, payload: unknown): Promise<void> {
    await this.manager.query('insert into outbox (workflow_id, kind, payload) values ($1, $2, $3)', [
      workflowId,
      kind,
      JSON.stringify(payload),
    ]);
  }

  /** Tells the workflows of these tasks that a deadline has moved: they ask anew until when to wait. */
  async tellDeadlines(tasks: readonly { readonly id: string; readonly workflowId: string }[]): Promise<void> {
    if (tasks.length === 0) return;
    await this.manager.query(
      `insert into outbox (workflow_id, kind, payload)
       select t."workflowId", 'deadline', jsonb_build_object('taskId', ${gateOf('t.id')})
         from jsonb_to_recordset($1::jsonb) as t(id uuid, "workflowId" text)`,
      [JSON.stringify(tasks.map(({ id, workflowId }) => ({ id, workflowId })))],
    );
  }

  /** The same to every workflow with an open task in a territory, whose working days have changed. */
  async tellDeadlinesIn(territoryCode: string): Promise<void> {
    await this.manager.query(
      `insert into outbox (workflow_id, kind, payload)
       select distinct t.workflow_id, 'deadline', '{}'::jsonb from task t
        where ${openTask('t')} and ($1 = 'ID' or t.territory_code = $1 or t.territory_code like $1 || '.%')`,
      [territoryCode],
    );
  }

  /**
   * Tells every diary, and every workflow that an open period may have, about the moved calendar. Ids that no workflow has yet are
   * harmless: such a workflow reads the calendar when it starts.
   */
  async tellClock(offsetMs: number): Promise<void> {
    await this.manager.query(
      `with open_period as (select id, 'period:' || programme || ':' || code as workflow_id from period where state = 'open')
       insert into outbox (workflow_id, kind, payload)
       select distinct w.id, 'clock', jsonb_build_object('offsetMs', $1::bigint)
         from (select workflow_id as id from open_period
               union select p.workflow_id || ':city:' || a.city_code
                       from allocation a join open_period p on p.id = a.period_id
               union select c.desk_workflow_id from follow_up_case c join open_period p on p.id = c.period_id
               union select kind || o.id from unnest(array['order:', 'breaks:', 'usage:', 'repair:', 'reissue:']) as kind, payment_order o
                       join open_period p on p.id = o.period_id
               union select 'return:' || o.id from payment_order o join open_period p on p.id = o.period_id
               union select 'return:' || r.id from treasury_return r join payment_order o on o.id = r.order_id
                       join open_period p on p.id = o.period_id where r.number > 0
               union select 'quota:' || id from quota_change where state = 'proposed'
               union select 'complaint:' || id from complaint where state not in ('final', 'decided', 'merged')
               union select unnest($2::text[])) w`,
      [offsetMs, [...DIARY_TYPES.keys()]],
    );
  }

  /** The oldest messages that wait, but none to workflows in `except`; the caller holds the relay's lock, so nobody else takes them. */
  async waiting(limit: number, except: readonly string[] = []): Promise<OutboxRow[]> {
    return rowsOf<OutboxRow>(
      this.manager,
      `select id, workflow_id as "workflowId", kind, payload from outbox
        where delivered_at is null and workflow_id <> all($2::text[]) order by id limit $1`,
      [limit, except],
    );
  }

  async markDelivered(ids: readonly string[]): Promise<void> {
    await this.manager.query('update outbox set delivered_at = now() where id = any($1::bigint[])', [ids]);
  }

  /** How many wait, and since when the oldest does; what operators look at first when Temporal is away. */
  async backlog(): Promise<{ waiting: number; oldestAt: Date | null }> {
    const row = await rowOf<{ waiting: number; oldestAt: Date | null }>(
      this.manager,
      `select count(*)::int as waiting, min(created_at) as "oldestAt" from outbox where delivered_at is null`,
    );
    return row ?? { waiting: 0, oldestAt: null };
  }
}
