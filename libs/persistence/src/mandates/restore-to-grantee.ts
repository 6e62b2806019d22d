import type { EntityManager } from 'typeorm';
import { actsUnderMandate, TASK_KINDS, taskRule } from '#domain';
import { gateOf } from '../approvals/gate.js';
import { FREED, moving } from '../tasks/life/moving.js';

const desks = TASK_KINDS.map((kind) => ({ kind, role: taskRule(kind).role })).filter(({ role }) =>
  actsUnderMandate(role),
);

/**
 * Lays open tasks that came back when this mandate ended on their own desks again: it was given anew and accepted. What
 * was one office's part of an approval stays where it is. A repeat finds none.
 */
export async function restoreToGrantee(manager: EntityManager, mandateId: string): Promise<void> {
  await manager.query(
    `with ${moving({
      event: 'restore-to-grantee',
      set: `role = own.role, ${FREED}`,
      from: 'mandate m, jsonb_to_recordset($2::jsonb) as own(kind text, role text)',
      where: `m.id = $1 and t.period_id = m.period_id and own.kind = t.kind and t.role <> own.role
          and (t.territory_code = m.territory_code or t.territory_code like m.territory_code || '.%')
          and t.closed_at is null and t.approval_request_id is null`,
      details: `jsonb_build_object('roles', jsonb_build_array(t.role))`,
    })}, told as (
       insert into outbox (workflow_id, kind, payload)
       select workflow_id, 'deadline', jsonb_build_object('taskId', ${gateOf('moved.id')}) from moved
     )
     insert into audit_entry (action, subject_type, subject_id, territory_code, details, occurred_at)
     select 'task.handed_down', 'task', id::text, territory_code, jsonb_build_object('role', role), programme_now()
       from moved`,
    [mandateId, JSON.stringify(desks)],
  );
}
