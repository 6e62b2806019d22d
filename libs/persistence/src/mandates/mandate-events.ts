import type { EntityManager } from 'typeorm';
import type { MandateMove, MandateRenewal, Measure } from '#domain';
import { rowsOf } from '../shared/unit-of-work.js';

export type MandateEventName = MandateMove | MandateRenewal | 'granted' | 'raised' | 'lowered' | 'used' | 'given_back';

export interface NewMandateEvent extends Measure {
  readonly mandateId: string;
  readonly event: MandateEventName;
  /** Makes a use count once. */
  readonly key?: string | undefined;
  readonly taskId?: string | undefined;
  readonly officerId?: string | undefined;
  readonly reason?: string | undefined;
}

export interface MandateEventRow {
  event: MandateEventName;
  families: number;
  amountRupiah: string;
  officer: string | null;
  reason: string | null;
  taskId: string | null;
  occurredAt: Date;
}

/** Writes events into the ledger, in the order given. The database refuses a use that leaves less than nothing. */
export async function writeEvents(manager: EntityManager, events: readonly NewMandateEvent[]): Promise<void> {
  const rows = events.map((event) => ({ ...event, amountRupiah: event.amountRupiah.toString() }));
  await manager.query(
    `insert into mandate_event (mandate_id, event, families, amount_rupiah, key, task_id, officer_id, reason, occurred_at)
     select n."mandateId", n.event, n.families, n."amountRupiah", n.key, n."taskId", n."officerId", n.reason, programme_now()
       from rows from (jsonb_to_recordset($1::jsonb) as ("mandateId" uuid, event text, families int, "amountRupiah" bigint,
            key text, "taskId" uuid, "officerId" uuid, reason text)) with ordinality as n
      order by n.ordinality`,
    [JSON.stringify(rows)],
  );
}

/** What happened to a mandate, oldest first. */
export async function eventsOf(manager: EntityManager, mandateId: string): Promise<MandateEventRow[]> {
  return rowsOf<MandateEventRow>(
    manager,
    `select v.event, v.families, v.amount_rupiah::text as "amountRupiah", o.full_name as officer, v.reason,
            v.task_id as "taskId", v.occurred_at as "occurredAt"
       from mandate_event v left join officer o on o.id = v.officer_id
      where v.mandate_id = $1 order by v.id limit 500`,
    [mandateId],
  );
}
