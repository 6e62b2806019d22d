import type { EntityManager } from 'typeorm';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import type { DeliveredDecision } from './task.types.js';

/** What can be told to Temporal: start a period's workflow, a decision, a moved sandbox calendar. */
export type OutboxKind = 'start-period' | 'decision' | 'clock';

export interface OutboxRow {
  id: string;
  workflowId: string;
  kind: OutboxKind;
  payload: unknown;
}

/** Messages to Temporal, written in the transaction that made them true and delivered at least once. */
export class OutboxRepository {
  constructor(private readonly manager: EntityManager) {}

  async tellDecision(workflowId: string, decision: DeliveredDecision): Promise<void> {
    await this.add(workflowId, 'decision', decision);
  }

  async add(workflowId: string, kind: OutboxKind, payload: unknown): Promise<void> {
    await this.manager.query('insert into outbox (workflow_id, kind, payload) values ($1, $2, $3)', [
      workflowId,
      kind,
      JSON.stringify(payload),
    ]);
  }

  /** Tells every workflow that still has an open task or runs a period about the moved calendar. */
  async tellClock(offsetMs: number): Promise<void> {
    await this.manager.query(
      `insert into outbox (workflow_id, kind, payload)
       select distinct w.id, 'clock', jsonb_build_object('offsetMs', $1::bigint)
         from (select workflow_id as id from task where state in ('ready', 'reserved')
               union select 'period:' || programme || ':' || code from period where state = 'open'
               union select 'period:' || p.programme || ':' || p.code || ':city:' || c.city_code
                       from city_period c join period p on p.id = c.period_id where p.state = 'open'
               union select desk_workflow_id from follow_up_case where state in ('to_visit', 'to_decide')
               union select 'return:' || r.order_id from treasury_return r where r.state <> 'confirmed') w`,
      [offsetMs],
    );
  }

  /** The oldest messages that wait; the caller holds the relay's lock, so nobody else takes them. */
  async waiting(limit: number): Promise<OutboxRow[]> {
    return rowsOf<OutboxRow>(
      this.manager,
      `select id, workflow_id as "workflowId", kind, payload from outbox
        where delivered_at is null order by id limit $1`,
      [limit],
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
