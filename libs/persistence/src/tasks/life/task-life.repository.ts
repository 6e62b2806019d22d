import type { EntityManager } from 'typeorm';
import {
  type IsoDate,
  nextLife,
  type Role,
  type TaskChange,
  type TaskEvent,
  type TaskLife,
  officersToNotify,
} from '#domain';
import { isWithGate } from '../../approvals/gate.js';
import { byIds, rowsByIds } from '../../shared/prepared.js';
import { rowsOf } from '../../shared/unit-of-work.js';
import type { Receipt } from '../../shared/command-receipt.repository.js';
import type { EscalationScope } from '../deadlines/escalation.repository.js';
import { lifeOf } from './life-of.js';
import { moving } from './moving.js';
import { TASK_COLUMNS } from '../task-columns.js';
import type { TaskEventRow, TaskRow } from '../task.types.js';

/** One event of one task: the row as it was seen, the row as it is to be, and what the history says of it. */
export interface LifeChange {
  readonly taskId: string;
  readonly event: TaskEvent;
  readonly from: TaskLife;
  readonly to: TaskLife;
  /** Null for the system. */
  readonly officerId: string | null;
  readonly reason?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** A moved due day. A case's task never goes past the legal deadline of the case. */
  readonly dueOn?: IsoDate | undefined;
  /** The day by which somebody begins, moved with it. */
  readonly startDueOn?: IsoDate | undefined;
  readonly followUpOn?: IsoDate | undefined;
  readonly waitingFor?: Role | undefined;
  /** Of the row that was judged without a lock: then any other change of it loses, also one that `from` does not show. */
  readonly version?: string | undefined;
}

export interface RestingTask extends TaskLife {
  readonly id: string;
  readonly dueOn: IsoDate;
  readonly startDueOn: IsoDate | null;
  readonly territoryCode: string;
}

/** Moves tasks through their life. Every event is one conditional update: whoever saw an older row changes nothing. */
export class TaskLifeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The row after this change, or undefined when somebody else moved the task since it was read. */
  async apply(change: LifeChange): Promise<TaskRow | undefined> {
    return (await this.applyAll([change])).get(change.taskId);
  }

  /**
   * The same with the answer to its command. False, and nothing written, when the row has changed since; a repeat of the
   * command breaks its primary key.
   */
  async applyOptimistically(change: LifeChange, receipt: Receipt, answer: object): Promise<boolean> {
    return (await this.write([change], { ...receipt, response: answer })).length === 1;
  }

  /** Many changes in one statement, each alone: the rows of those that won, by id. Their events are recorded with them. */
  async applyAll(changes: readonly LifeChange[]): Promise<ReadonlyMap<string, TaskRow>> {
    if (changes.length === 0) return new Map();
    return new Map((await this.write(changes, null)).map((row) => [row.id, row]));
  }

  private async write(changes: readonly LifeChange[], answered: object | null): Promise<TaskRow[]> {
    const ids = changes.map(({ taskId }) => taskId);
    const rows = changes.map(toChangeRow);
    const values = [JSON.stringify(rows), answered && JSON.stringify(answered)];
    return rowsByIds<TaskRow>(
      this.manager,
      rows.some(({ notified }) => notified.length > 0) ? APPLY_AND_TELL : APPLY,
      ids,
      values,
    );
  }

  /** Claims a free task for whoever begins to work on it; what they hold already stays as it is. */
  async take(task: TaskRow, officerId: string, onBehalf?: TaskChange['onBehalf']): Promise<void> {
    if (task.ownerId === officerId) return;
    const from = lifeOf(task);
    const to = nextLife(from, { event: 'claim', actorId: officerId, onBehalf });
    await this.apply({ taskId: task.id, event: 'claim', from, to, officerId });
  }

  /** Adds a note or a comment to the history; the row stays as it is. */
  async note(taskId: string, event: TaskEvent, officerId: string, reason: string): Promise<void> {
    await this.manager.query(
      `insert into task_event (task_id, event, officer_id, reason, occurred_at) values ($1, $2, $3, $4, programme_now())`,
      [taskId, event, officerId, reason],
    );
  }

  /** What happened to a task, oldest first, with the names of those it went to. */
  async events(taskId: string): Promise<TaskEventRow[]> {
    return rowsOf<TaskEventRow>(
      this.manager,
      `select e.id, e.event, e.officer_id as "officerId", o.full_name as officer, e.reason, e.occurred_at as "occurredAt",
              e.details ->> 'until' as "until", e.details ->> 'dueOn' as "dueOn",
              e.details ->> 'step' as step, coalesce(e.details -> 'roles', '[]') as roles,
              array(select p.full_name from officer p
                     where p.id::text in (select jsonb_array_elements_text(coalesce(e.details -> 'to', '[]')))
                     order by p.full_name) as "to",
              (select p.full_name from officer p where p.id::text = e.details ->> 'for') as "onBehalfOf",
              (select jsonb_build_object('id', f.id, 'name', f.name, 'sizeBytes', f.size_bytes)
                 from task_attachment f where f.id = (e.details ->> 'attachmentId')::uuid) as attachment
         from task_event e left join officer o on o.id = e.officer_id
        where e.task_id = $1 order by e.id limit 500`,
      [taskId],
    );
  }

  /** Suspended tasks whose day has come, locked; another worker's are left to it. */
  async dueToResume(limit: number, scope: EscalationScope): Promise<RestingTask[]> {
    const of: { taskId?: string; workflowId?: string } = scope;
    return rowsOf<RestingTask>(
      this.manager,
      `select id, state, owner_id as "ownerId", delegated_by as "delegatedBy", delegation_id as "delegationId", potential_owners as "potentialOwners",
              resume_state as "resumeState", suspended_on::text as "suspendedOn",
              suspended_until::text as "suspendedUntil", due_on::text as "dueOn", start_due_on::text as "startDueOn",
              territory_code as "territoryCode"
         from task t where state = 'suspended' and suspended_until <= programme_today()
          and ($2::uuid is null or ${isWithGate('t', '$2::uuid')}) and ($3::text is null or workflow_id = $3)
        order by suspended_until limit $1 for update skip locked`,
      [limit, of.taskId ?? null, of.workflowId ?? null],
    );
  }
}

const toChangeRow = ({ taskId, event, from, to, officerId, reason, details, dueOn, version, ...days }: LifeChange) => ({
  ...days,
  id: taskId,
  notified: officersToNotify({ event, from, to, officerId }),
  event,
  fromState: from.state,
  fromOwner: from.ownerId,
  fromPool: from.potentialOwners,
  ...to,
  officerId,
  reason: reason ?? null,
  details: details ?? {},
  dueOn: dueOn ?? null,
  version: version ?? null,
});

/** The ids come beside the changes, because JSON does not tell the planner how many rows to look for. */
const applying = (areThese: string, telling: string): string => `
  with change as (
    select * from jsonb_to_recordset($2::jsonb) as c(id uuid, event text, "fromState" text, "fromOwner" uuid,
           "fromPool" uuid[], state text, "ownerId" uuid, "delegatedBy" uuid, "delegationId" uuid, "potentialOwners" uuid[],
           "resumeState" text, "suspendedOn" date, "suspendedUntil" date, "officerId" uuid, reason text,
           details jsonb, "dueOn" date, "startDueOn" date, "followUpOn" date, "waitingFor" text, version text, notified uuid[])
  ), ${moving({
    event: { column: 'c.event' },
    state: 'c.state',
    set: `owner_id = c."ownerId", delegated_by = c."delegatedBy",
           delegation_id = c."delegationId", potential_owners = c."potentialOwners",
           resume_state = c."resumeState", suspended_on = c."suspendedOn", suspended_until = c."suspendedUntil",
           suspended_reason = case when c.state = 'suspended' then c.reason end,
           waiting_for = case when c.state = 'suspended' then coalesce(c."waitingFor", t.waiting_for) end,
           resumed_on = case when c.event = 'resume' then (select programme_today()) else t.resumed_on end,
           start_due_on = coalesce(c."startDueOn", t.start_due_on),
           follow_up_on = coalesce(c."followUpOn", t.follow_up_on),
           claimed_at = case when c."ownerId" is not distinct from t.owner_id then t.claimed_at
                             when c."ownerId" is not null then programme_now() end,
           due_on = case when c."dueOn" is null then t.due_on else least(c."dueOn", (
                      select f.deadline_on from follow_up_case f
                       where t.subject_type = 'case' and f.id = case when t.subject_id ~ '^[0-9a-f-]{36}$'
                                                                     then t.subject_id::uuid end)) end,
           closed_at = case when c.state in ('failed', 'exited', 'obsolete') then programme_now() end,
           closed_reason = case when c.state in ('failed', 'exited', 'obsolete') then c.event end`,
    from: 'change c',
    where: `t.id = c.id and t.id ${areThese} and t.state = c."fromState" and t.owner_id is not distinct from c."fromOwner"
       and t.potential_owners is not distinct from c."fromPool" and t.xmin::text = coalesce(c.version, t.xmin::text)`,
    officerId: 'c."officerId"',
    reason: 'c.reason',
    details: 'c.details',
    noting: 'join change c on c.id = t.id',
  })}, kept as (
    insert into command_receipt (officer_id, key, request_hash, status, response)
    select a."officerId", a.key, a."requestHash", 200, a.response
      from jsonb_to_record($3::jsonb) a("officerId" uuid, key text, "requestHash" text, response jsonb)
     where $3::jsonb is not null and exists (select from moved)
  )${telling}
  select ${TASK_COLUMNS} from moved t`;

/** Whoever has the task now is told; the event's id makes it the one occasion. */
const TELLING = `, announced as (
    insert into notification (officer_id, kind, key, task_id, details, occurred_at)
    select who.id, 'task.assigned', 'task-event:' || n.id, n.task_id, jsonb_build_object('event', c.event), programme_now()
      from noted n join change c on c.id = n.task_id cross join lateral unnest(c.notified) who(id)
  )`;

const APPLY = byIds('task-life', (areThese) => applying(areThese, ''));
/** Apart, so that claims, which tell nobody, do not pay for it. */
const APPLY_AND_TELL = byIds('task-life-telling', (areThese) => applying(areThese, TELLING));
