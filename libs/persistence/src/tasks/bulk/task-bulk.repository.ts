import type { EntityManager } from 'typeorm';
import { taskRule } from '#domain';
import { signing } from '../decision/signing.js';
import { closedFor, moving } from '../life/moving.js';
import { loadTaskContexts } from '../task-contexts.js';
import type { TaskContext, NewDecision } from '../task.types.js';

export interface BulkDecision {
  readonly task: TaskContext;
  readonly decision: NewDecision;
  /** Officers who passed the office on to whoever decides; they sign, too. */
  readonly between?: readonly string[] | undefined;
}

/** Many tasks at a time: every statement takes a whole chunk. */
export class TaskBulkRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The facts of many tasks, without a lock: for what is only looked at. */
  async facts(taskIds: readonly string[]): Promise<TaskContext[]> {
    return loadTaskContexts(this.manager, taskIds);
  }

  /** The rows under lock with their facts, locked in one order so that two bulk requests cannot block each other. */
  async lockAll(taskIds: readonly string[]): Promise<TaskContext[]> {
    await this.manager.query('select 1 from task where id = any($1::uuid[]) order by id for update', [taskIds]);
    return loadTaskContexts(this.manager, taskIds);
  }

  /**
   * Records the decisions of locked tasks as a single decision would be: record, signatures, row, history, audit and
   * message. All of them or none; throws FOUR_EYES when the constraint finds a signature that came meanwhile.
   */
  async decideAll(decisions: readonly BulkDecision[]): Promise<void> {
    if (decisions.length === 0) return;
    const rows = [JSON.stringify(decisions.map(toDecisionRow))];
    await signing('', () => this.manager.query(`${DECISIONS} ${RECORD} ${SIGN_BOTH}`, rows));
    await this.manager.query(`${DECISIONS} ${CLOSE}`, rows);
    await this.manager.query(`${DECISIONS} ${AUDIT}`, rows);
    await this.manager.query(`${DECISIONS} ${TELL}`, rows);
  }
}

const toDecisionRow = ({ task, decision, between = [] }: BulkDecision) => ({
  between,
  id: task.id,
  kind: task.kind,
  chainKey: task.chainKey,
  workflowId: task.workflowId,
  territoryCode: task.territoryCode,
  capacity: taskRule(task.kind).capacity,
  actedForId: task.delegatedBy,
  ...decision,
});

const DECISIONS = `with decided as (
    select * from jsonb_to_recordset($1::jsonb) as a(id uuid, kind text, "chainKey" text, "workflowId" text,
           "territoryCode" text, capacity text, "actedForId" uuid, "officerId" uuid, "appointmentId" uuid,
           "mandateId" uuid, outcome text, reason text, "returnTo" text, "artefactHash" text, details jsonb,
           "requestId" text, "between" uuid[])
  )`;

const RECORD = `, recorded as (
    insert into task_decision (task_id, officer_id, acted_for_id, appointment_id, mandate_id, outcome, reason, return_to,
                               artefact_hash, details, decided_at)
    select id, "officerId", "actedForId", "appointmentId", "mandateId", outcome, reason, "returnTo", "artefactHash",
           details, programme_now() from decided
  )`;

const SIGN_BOTH = `insert into signature (chain_key, officer_id, capacity, task_id, signed_at)
  select "chainKey", signer, capacity, id, programme_now()
    from decided cross join lateral (values ("officerId"), ("actedForId")) s(signer) where signer is not null
  union all
  select "chainKey", signer, capacity, id, programme_now() from decided cross join lateral unnest("between") s(signer)`;

const CLOSE = `, ${moving({
  event: 'decide',
  set: `owner_id = a."officerId", ${closedFor(`'decided'`)}`,
  from: 'decided a',
  where: 't.id = a.id',
  officerId: 't.owner_id',
})} select count(*) from noted`;

const AUDIT = `insert into audit_entry (officer_id, action, subject_type, subject_id, territory_code, details, request_id,
                                        occurred_at)
  select "officerId", 'task.' || outcome, 'task', id::text, "territoryCode",
         jsonb_build_object('kind', kind, 'artefactHash', "artefactHash", 'appointmentId', "appointmentId",
                            'mandateId', "mandateId", 'bulk', true)
           || case when "actedForId" is null then '{}' else jsonb_build_object('actedFor', "actedForId") end,
         "requestId", programme_now() from decided`;

/** In the order of the tasks' ids: whatever order they come in, their workflow takes them one by one. */
const TELL = `insert into outbox (workflow_id, kind, payload)
  select "workflowId", 'decision',
         jsonb_strip_nulls(jsonb_build_object('taskId', id, 'kind', kind, 'outcome', outcome, 'returnTo', "returnTo"))
    from decided order by id`;
