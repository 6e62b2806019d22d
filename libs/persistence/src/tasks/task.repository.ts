import type { EntityManager } from 'typeorm';
import { type Capacity, type DeliveredDecision, DomainError, type SubjectType, type TaskKind, taskRule } from '#domain';
import { returnOpenedToGrantor } from '../mandates/return-to-grantor.js';
import { type Prepared, preparedRows } from '../shared/prepared.js';
import { rowsOf } from '../shared/unit-of-work.js';
import type { Receipt } from '../shared/command-receipt.repository.js';
import { DECIDE } from './decision/decide-statement.js';
import { openTask } from './open-task.js';
import { signing } from './decision/signing.js';
import { officeIsHeld } from './deadlines/staffed-office.js';
import { TASK_COLUMNS } from './task-columns.js';
import { loadTaskContexts, loadTaskContextOf } from './task-contexts.js';
import type { DecisionRow, TaskContext, NewDecision, NewTask, OpenedTask, TaskRow } from './task.types.js';

const FIND: Prepared = { name: 'task-find', text: `select ${TASK_COLUMNS} from task t where t.id = $1` };

/** Tasks and their decisions. The row is the gate: whatever changes a task locks it or updates it conditionally. */
export class TaskRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Opens many tasks at once: ready, or only created where nobody holds the office. A step that was opened before keeps
   * its task, so a repeat changes nothing.
   */
  async open(tasks: readonly NewTask[]): Promise<OpenedTask[]> {
    if (tasks.length === 0) return [];
    const rows = tasks.map((task) => {
      const { stage, role } = taskRule(task.kind);
      return { role, ...task, stage };
    });
    await this.manager.query(
      `insert into task (kind, stage, role, workflow_id, step_key, period_id, city_code, territory_code, subject_type,
                         subject_id, chain_key, artefact_hash, families, amount_rupiah, state, due_on, start_due_on,
                         approval_request_id, approval, created_at)
       select n.kind, n.stage, n.role, n."workflowId", n."stepKey", n."periodId", n."cityCode", n."territoryCode",
              n."subjectType", n."subjectId", n."chainKey", n."artefactHash", n.families, n."amountRupiah",
              case when ${officeIsHeld('n.role', 'n."territoryCode"')} then 'ready' else 'created' end, n."dueOn", n."startDueOn",
              n."approvalRequestId", n.approval, programme_now()
         from jsonb_to_recordset($1::jsonb) as n(kind text, stage text, role text, "workflowId" text, "stepKey" text,
              "periodId" uuid, "cityCode" text, "territoryCode" text, "subjectType" text, "subjectId" text,
              "chainKey" text, "artefactHash" text, families int, "amountRupiah" bigint, "dueOn" date, "startDueOn" date,
              "approvalRequestId" uuid, approval jsonb)
       on conflict (workflow_id, step_key) do nothing`,
      [JSON.stringify(rows)],
    );
    await returnOpenedToGrantor(this.manager, tasks);
    return rowsOf<OpenedTask>(
      this.manager,
      `select step_key as "stepKey", id as "taskId", due_on::text as "dueOn" from task
        where workflow_id = $1 and step_key = any($2)`,
      [tasks[0]?.workflowId, tasks.map((task) => task.stepKey)],
    );
  }

  async find(taskId: string): Promise<TaskRow | undefined> {
    return (await preparedRows<TaskRow>(this.manager, FIND, [taskId]))[0];
  }

  /** The row under lock with everything a decision is judged by. Throws TASK_UNKNOWN. */
  async lock(taskId: string): Promise<TaskContext> {
    // Facts after the lock: what whoever held it has changed, also beside the row, is seen.
    await this.manager.query('select 1 from task where id = $1 for update', [taskId]);
    return this.facts(taskId);
  }

  /** The same facts without a lock, to explain what would happen. Throws TASK_UNKNOWN. */
  async facts(taskId: string): Promise<TaskContext> {
    const [task] = await loadTaskContexts(this.manager, [taskId]);
    if (task === undefined) throw new DomainError('TASK_UNKNOWN', 'no such task');
    return task;
  }

  /** The same, only for a task of these kinds; undefined for any other. */
  async factsOfKinds(taskId: string, kinds: readonly TaskKind[]): Promise<TaskContext | undefined> {
    return loadTaskContextOf(this.manager, taskId, kinds);
  }

  /**
   * Records the decision of a locked task with its signature, its audit row and the message to the workflow. Who
   * delegated the task signs with the delegate. The four-eyes constraint has the last word; it is told as FOUR_EYES.
   * Returns the moment of the decision. `reportedTaskId` is the task by which the workflow knows it; null tells it nothing yet.
   */
  async decide(task: TaskContext, decision: NewDecision, reportedTaskId: string | null = task.id): Promise<Date> {
    const { capacity } = taskRule(task.kind);
    const [row] = await signing(capacity, () => this.record(task, decision, reportedTaskId, [null, null, null, null]));
    if (row === undefined) throw new Error('the decision was not recorded');
    return row.decidedAt;
  }

  /**
   * The same for a task that was judged without a lock, with the answer to its command, to which the moment is added.
   * Undefined, and nothing written, when the row has changed since. A repeat of the command breaks its primary key.
   */
  async decideOptimistically(
    task: TaskContext,
    decision: NewDecision,
    { key, requestHash }: Receipt,
    answer: object,
  ): Promise<Date | undefined> {
    const [row] = await this.record(task, decision, task.id, [task.version, key, requestHash, JSON.stringify(answer)]);
    return row?.decidedAt;
  }

  private async record(
    task: TaskContext,
    decision: NewDecision,
    reportedTaskId: string | null,
    atOnce: readonly (string | null)[],
  ) {
    const { outcome, returnTo, mandateId = null, artefactHash, appointmentId } = decision;
    const notified = reportedTaskId && {
      taskId: reportedTaskId,
      kind: task.kind,
      outcome,
      ...(returnTo === undefined ? {} : { returnTo }),
    };
    return preparedRows<{ decidedAt: Date }>(this.manager, DECIDE, [
      task.id,
      decision.officerId,
      appointmentId,
      mandateId,
      outcome,
      decision.reason ?? null,
      returnTo ?? null,
      artefactHash,
      JSON.stringify(decision.details),
      task.chainKey,
      taskRule(task.kind).capacity,
      `task.${outcome}`,
      task.territoryCode,
      JSON.stringify({ kind: task.kind, artefactHash, appointmentId, mandateId, ...actedFor(task) }),
      decision.requestId ?? null,
      task.workflowId,
      notified && JSON.stringify(notified satisfies DeliveredDecision),
      task.delegatedBy,
      ...atOnce,
    ]);
  }

  /** Adds a signature to a chain. Throws FOUR_EYES when this person has signed it in another capacity. */
  async sign(chainKey: string, officerId: string, capacity: Capacity, taskId: string | null): Promise<void> {
    await signing(capacity, () =>
      this.manager.query(
        `insert into signature (chain_key, officer_id, capacity, task_id, signed_at)
         values ($1, $2, $3, $4, programme_now())`,
        [chainKey, officerId, capacity, taskId],
      ),
    );
  }

  /** Tells open tasks about a changed artefact and its size, so that a decision on the earlier one is refused. */
  async refreshArtefact(
    subjectType: SubjectType,
    subjectId: string,
    artefactHash: string,
    size?: { families: number; amountRupiah: string },
  ): Promise<void> {
    await this.manager.query(
      `update task set artefact_hash = $3, families = coalesce($4, families), amount_rupiah = coalesce($5, amount_rupiah)
        where subject_type = $1 and subject_id = $2 and ${openTask()}`,
      [subjectType, subjectId, artefactHash, size?.families ?? null, size?.amountRupiah ?? null],
    );
  }

  /** The same for the one task in which the artefact is being made. */
  async setArtefact(taskId: string, artefactHash: string): Promise<void> {
    await this.manager.query('update task set artefact_hash = $2 where id = $1', [taskId, artefactHash]);
  }

  async decisions(taskIds: readonly string[]): Promise<DecisionRow[]> {
    return this.decisionRows('d.task_id = any($1)', [taskIds]);
  }

  /** Every decision of a chain of signatures, oldest first. */
  async decisionsOfChain(chainKey: string): Promise<DecisionRow[]> {
    return this.decisionRows('t.chain_key = $1', [chainKey]);
  }

  private async decisionRows(where: string, parameters: unknown[]): Promise<DecisionRow[]> {
    return rowsOf<DecisionRow>(
      this.manager,
      `select d.task_id as "taskId", t.kind, d.officer_id as "officerId", o.full_name as officer,
              p.full_name as "actedFor", t.role, d.outcome, d.reason, d.return_to as "returnTo", d.details, d.decided_at as "decidedAt"
         from task_decision d join task t on t.id = d.task_id join officer o on o.id = d.officer_id
         left join officer p on p.id = d.acted_for_id
        where ${where} order by d.decided_at, d.task_id limit 500`,
      parameters,
    );
  }
}

const actedFor = ({ delegatedBy }: TaskContext) => (delegatedBy === null ? {} : { actedFor: delegatedBy });
