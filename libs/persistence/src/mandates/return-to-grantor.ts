import type { EntityManager } from 'typeorm';
import { actsUnderMandate, HEAD_OF_OFFICE, ROLE_NAMES, ROLES } from '#domain';
import { holdersOf } from '../notifications/holders.js';
import { gateOf } from '../approvals/gate.js';
import { rowsOf } from '../shared/unit-of-work.js';
import { FREED, moving } from '../tasks/life/moving.js';

const LEVELS = ['nation', 'province', 'city', 'kecamatan', 'kelurahan'] as const;

const desks = LEVELS.map((level, rank) => ({ level, rank, desk: HEAD_OF_OFFICE[level] ?? 'programme_officer' }));
const roles = ROLE_NAMES.filter(actsUnderMandate).map((role) => ({ role, rank: LEVELS.indexOf(ROLES[role]) }));

/**
 * Returns open tasks that were worked on under these mandates, which have just ended, to whoever gave the power: the head
 * of the grantor's office. Holders lose them, entries stay. Where a mandate and its slices end together, the
 * office above all of them gets the work, and its holders are told, except for whoever did it. A task that was returned before stays
 * where it is, so a repeat changes nothing.
 */
export async function returnToGrantor(
  manager: EntityManager,
  mandateIds: readonly string[],
  officerId?: string,
): Promise<void> {
  await manager.query(
    `with ended as (
       select m.period_id, m.territory_code, m.powers, m.parent_id, m.depth, given.desk, taken.rank
         from mandate m join office g on g.id = m.grantor_office_id join office e on e.id = m.grantee_office_id
         join jsonb_to_recordset($2::jsonb) as given(level text, desk text) on given.level = g.level
         join jsonb_to_recordset($2::jsonb) as taken(level text, rank int) on taken.level = e.level
        where m.id = any($1)
     ), chosen as (
       select distinct on (t.id) t.id, ended.desk
         from ended join task t on t.period_id = ended.period_id
              and (t.territory_code = ended.territory_code or t.territory_code like ended.territory_code || '.%')
         join jsonb_to_recordset($3::jsonb) as working(role text, rank int)
           on working.role = t.role and working.rank >= ended.rank
        where t.closed_at is null and t.stage <> 'acceptance'
          and (ended.parent_id is null or t.stage = any(ended.powers))
        order by t.id, ended.depth
     ), ${moving({
       event: 'return-to-grantor',
       set: `role = chosen.desk, added_roles = '{}', ${FREED}`,
       from: 'chosen',
       where: 't.id = chosen.id and t.role <> chosen.desk',
       details: `jsonb_build_object('roles', jsonb_build_array(t.role))`,
     })}, told as (
       insert into outbox (workflow_id, kind, payload)
       select workflow_id, 'deadline', jsonb_build_object('taskId', ${gateOf('moved.id')}) from moved
     ), audited as (
       insert into audit_entry (action, subject_type, subject_id, territory_code, details, occurred_at)
       select 'task.handed_back', 'task', id::text, territory_code, jsonb_build_object('role', role), programme_now()
         from moved
       returning id, subject_id
     )
     insert into notification (officer_id, kind, key, task_id, details, occurred_at)
     select distinct a.officer_id, 'task.assigned', 'handed-back:' || audited.id, moved.id,
            jsonb_build_object('event', 'hand-back'), programme_now()
       from audited join moved on moved.id::text = audited.subject_id
       join ${holdersOf('moved.role', 'moved.territory_code')} on a.officer_id is distinct from $4::uuid`,
    [mandateIds, JSON.stringify(desks), JSON.stringify(roles), officerId ?? null],
  );
}

/**
 * Returns tasks that were just opened to the ministry where the city's own mandate has ended, for nobody below could decide
 * them. Elsewhere it costs one look and changes nothing.
 */
export async function returnOpenedToGrantor(
  manager: EntityManager,
  tasks: readonly { readonly periodId: string; readonly cityCode: string }[],
): Promise<void> {
  const ended = await rowsOf<{ id: string }>(
    manager,
    `select id from mandate
      where period_id = any($1) and territory_code = any($2) and parent_id is null
        and state in ('revoked', 'expired', 'returned')`,
    [[...new Set(tasks.map(({ periodId }) => periodId))], [...new Set(tasks.map(({ cityCode }) => cityCode))]],
  );
  if (ended.length > 0)
    await returnToGrantor(
      manager,
      ended.map(({ id }) => id),
    );
}
