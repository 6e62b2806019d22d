import type { EntityManager } from 'typeorm';
import {
  type EscalationMoment,
  type EscalationPlan,
  escalationPlan,
  type IsoDate,
  Policy,
  type PolicyParameter,
} from '#domain';
import { isWithGate } from '../../approvals/gate.js';
import { NotificationRepository } from '../../notifications/notification.repository.js';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowsOf } from '../../shared/unit-of-work.js';
import type { DueEscalation, EscalationRow } from './due-escalation.js';
import { lettersOf } from './escalation-letters.js';
import { openTask } from '../open-task.js';
import { jakartaDay } from '../../shared/jakarta-day.js';

/** One task with the other offices' parts of its approval, or every task of a workflow such as a desk. */
export type EscalationScope = { readonly taskId: string } | { readonly workflowId: string };

/** The condition on a task `t`, and the value of its $1. */
const scopeOf = (scope: EscalationScope): readonly [condition: string, value: string] =>
  'taskId' in scope ? [isWithGate('t', '$1::uuid'), scope.taskId] : ['t.workflow_id = $1', scope.workflowId];

const FACTS = `t.id, t.kind, t.role as "responsibleRole", t.state, t.owner_id is not null as "isHeld", t.owner_id as "ownerId",
  t.potential_owners as "potentialOwners", t.workflow_id as "workflowId", t.period_id as "periodId",
  t.territory_code as "territoryCode", t.families, t.amount_rupiah as "amountRupiah",
  ${jakartaDay('t.created_at')}::text as "openedOn", t.start_due_on::text as "startDueOn",
  t.due_on::text as "dueOn", t.follow_up_on::text as "followUpOn", t.suspended_on::text as "suspendedOn",
  t.suspended_until::text as "suspendedUntil", t.resumed_on::text as "resumedOn", t.steps_done as "stepsDone",
  (select f.deadline_on::text from follow_up_case f
    where t.subject_type = 'case' and f.id = case when t.subject_id ~ '^[0-9a-f-]{36}$' then t.subject_id::uuid end
  ) as "deadlineOn"`;

/** Reads what escalation needs and writes what it did; which moments there are is the domain's rule. */
export class EscalationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The open tasks of a scope. */
  async open(scope: EscalationScope): Promise<EscalationRow[]> {
    const [condition, value] = scopeOf(scope);
    return rowsOf(this.manager, `select ${FACTS} from task t where ${condition} and ${openTask('t')}`, [value]);
  }

  /** The open ones of these tasks, locked in one order: what is read now holds until it is written. */
  async lock(taskIds: readonly string[]): Promise<EscalationRow[]> {
    await this.manager.query('select 1 from task where id = any($1::uuid[]) order by id for update', [taskIds]);
    return rowsOf(this.manager, `select ${FACTS} from task t where t.id = any($1::uuid[]) and ${openTask('t')}`, [
      taskIds,
    ]);
  }

  /** Open tasks of these territories by id, after the last one seen. */
  async page(filter: {
    readonly territories: readonly string[];
    readonly periodId?: string | undefined;
    readonly afterId?: string | undefined;
    readonly limit: number;
  }): Promise<EscalationRow[]> {
    return rowsOf(
      this.manager,
      `select ${FACTS} from task t
        where ${openTask('t')} and ${inTerritories('t.territory_code', '$1')}
          and ($2::uuid is null or t.period_id = $2) and ($3::uuid is null or t.id > $3)
        order by t.id limit $4`,
      [filter.territories, filter.periodId ?? null, filter.afterId ?? null, filter.limit],
    );
  }

  /** What each of these periods pinned. */
  async plans(periodIds: readonly string[]): Promise<ReadonlyMap<string, EscalationPlan>> {
    const rows = await rowsOf<{ id: string; parameters: PolicyParameter[]; openedOn: string }>(
      this.manager,
      `select p.id, v.parameters, p.opened_on::text as "openedOn" from period p join policy_version v on v.id = p.policy_version_id
        where p.id = any($1::uuid[])`,
      [periodIds],
    );
    return new Map(rows.map(({ id, parameters, openedOn }) => [id, escalationPlan(Policy.on(openedOn, parameters))]));
  }

  /**
   * Writes the moments of locked tasks: row, history, audit and what officers are told, in as many statements as there
   * are of them, not as there are tasks. A step that has happened does not happen again.
   */
  async perform(due: readonly DueEscalation[], isDesk: boolean): Promise<void> {
    if (due.length === 0) return;
    await this.manager.query(PERFORM, [JSON.stringify(due.map(changeOf)), JSON.stringify(due.flatMap(linesOf))]);
    await new NotificationRepository(this.manager).tellAll(lettersOf(due, isDesk));
  }

  async today(): Promise<{ today: IsoDate; now: Date }> {
    const [row] = await rowsOf<{ today: IsoDate; now: Date }>(
      this.manager,
      'select programme_today()::text as today, programme_now() as now',
    );
    if (row === undefined) throw new Error('there is a programme clock');
    return row;
  }
}

const isOf =
  (...steps: EscalationMoment['step'][]) =>
  ({ step }: EscalationMoment): boolean =>
    steps.includes(step);

const changeOf = ({ task, moments }: DueEscalation) => ({
  id: task.id,
  keys: moments.map(({ key }) => key),
  late: moments.filter(isOf('late', 'deadline')).length,
  added: moments.flatMap(({ tells }) => tells.filter(({ act }) => act === 'add-owner').map(({ toRole }) => toRole)),
  isFollowedUp: moments.some(isOf('follow-up')),
});

const linesOf = ({ task, moments }: DueEscalation) =>
  moments.map(({ at, step, tells }) => ({
    id: task.id,
    isAudited: step !== 'remind' && step !== 'follow-up',
    details: { at, step, roles: [...new Set(tells.map(({ toRole }) => toRole))] },
  }));

const PERFORM = `
  with asked as (
    select * from jsonb_to_recordset($1::jsonb) as a(id uuid, keys text[], late int, added text[], "isFollowedUp" boolean)
  ), done as (
    update task t set steps_done = t.steps_done || a.keys, escalations = t.escalations + a.late,
           added_roles = array(select distinct unnest(t.added_roles || a.added)),
           follow_up_on = case when a."isFollowedUp" then null else t.follow_up_on end
      from asked a
     where t.id = a.id and ${openTask('t')} and t.state <> 'suspended' and not t.steps_done && a.keys
    returning t.id, t.territory_code
  ), line as (
    select d.id, d.territory_code, l.details, l."isAudited"
      from jsonb_to_recordset($2::jsonb) as l(id uuid, "isAudited" boolean, details jsonb) join done d on d.id = l.id
  ), noted as (
    insert into task_event (task_id, event, details, occurred_at)
    select id, 'escalate', details, programme_now() from line
  )
  insert into audit_entry (action, subject_type, subject_id, territory_code, details, occurred_at)
  select 'task.escalated', 'task', id::text, territory_code, details, programme_now() from line where "isAudited"`;
