import type { EntityManager } from 'typeorm';
import { type Capacity, type DeliveredDecision, DomainError, taskRule } from '#domain';
import { AuditRepository } from '../audit/audit.repository.js';
import { mandateOfTask } from '../authority/governing-mandate.js';
import { handBackOpened } from '../authority/mandate-hand-back.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { TASK_COLUMNS, TASK_FACTS, TASK_JOINS } from './task-columns.js';
import type { DecisionRow, LockedTask, NewDecision, NewTask, OpenedTask, TaskRow } from './task.types.js';

/** Decision, signature, closed task, audit row and the message to the workflow: all of it in one round trip. */
const DECIDE = `
  with decision as (
    insert into task_decision (task_id, officer_id, appointment_id, mandate_id, outcome, reason, return_to,
                               artefact_hash, details, decided_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, programme_now()) returning decided_at
  ), signed as (
    insert into signature (chain_key, officer_id, capacity, task_id, signed_at)
    values ($10, $2, $11, $1, programme_now())
  ), closed as (
    update task set state = 'completed', owner_id = $2, closed_at = programme_now(), closed_reason = 'decided'
     where id = $1
  ), audited as (
    insert into audit_entry (officer_id, action, subject_type, subject_id, territory_code, details, request_id,
                             occurred_at)
    values ($2, $12, 'task', $1::text, $13, $14, $15, programme_now())
  ), told as (
    insert into outbox (workflow_id, kind, payload) values ($16, 'decision', $17)
  )
  select decided_at as "decidedAt" from decision`;

/** Tasks and their decisions. The row is the gate: whatever changes a task locks it or updates it conditionally. */
export class TaskRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Opens many tasks at once. A step that was opened before keeps its task, so a repeat changes nothing. */
  async open(tasks: readonly NewTask[]): Promise<OpenedTask[]> {
    if (tasks.length === 0) return [];
    const rows = tasks.map((task) => ({ ...task, stage: taskRule(task.kind).stage, role: taskRule(task.kind).role }));
    await this.manager.query(
      `insert into task (kind, stage, role, workflow_id, step_key, period_id, city_code, territory_code, subject_type,
                         subject_id, chain_key, artefact_hash, families, amount_rupiah, state, due_on, created_at)
       select n.kind, n.stage, n.role, n."workflowId", n."stepKey", n."periodId", n."cityCode", n."territoryCode",
              n."subjectType", n."subjectId", n."chainKey", n."artefactHash", n.families, n."amountRupiah", 'ready',
              n."dueOn", programme_now()
         from jsonb_to_recordset($1::jsonb) as n(kind text, stage text, role text, "workflowId" text, "stepKey" text,
              "periodId" uuid, "cityCode" text, "territoryCode" text, "subjectType" text, "subjectId" text,
              "chainKey" text, "artefactHash" text, families int, "amountRupiah" bigint, "dueOn" date)
       on conflict (workflow_id, step_key) do nothing`,
      [JSON.stringify(rows)],
    );
    await handBackOpened(this.manager, tasks);
    return rowsOf<OpenedTask>(
      this.manager,
      `select step_key as "stepKey", id as "taskId", due_on::text as "dueOn" from task
        where workflow_id = $1 and step_key = any($2)`,
      [tasks[0]?.workflowId, tasks.map((task) => task.stepKey)],
    );
  }

  async find(taskId: string): Promise<TaskRow | undefined> {
    return rowOf<TaskRow>(this.manager, `select ${TASK_COLUMNS} from task t ${TASK_JOINS} where t.id = $1`, [taskId]);
  }

  /** The row under lock with everything a decision is judged by. Throws TASK_UNKNOWN. */
  async lock(taskId: string): Promise<LockedTask> {
    await this.manager.query('select 1 from task where id = $1 for update', [taskId]);
    return this.facts(taskId);
  }

  /** The same facts without a lock, to explain what would happen. Throws TASK_UNKNOWN. */
  async facts(taskId: string): Promise<LockedTask> {
    const task = await rowOf<Omit<LockedTask, 'mandate'>>(
      this.manager,
      `select ${TASK_COLUMNS}, ${TASK_FACTS} from task t ${TASK_JOINS} where t.id = $1`,
      [taskId],
    );
    if (task === undefined) throw new DomainError('TASK_UNKNOWN', 'no such task');
    return { ...task, mandate: await mandateOfTask(this.manager, taskId) };
  }

  /** One conditional update: of fifty who claim at once, one wins. False when the task was not free. */
  async claim(taskId: string, officerId: string): Promise<boolean> {
    const claimed = await rowsOf(
      this.manager,
      `update task set state = 'reserved', owner_id = $2, claimed_at = programme_now()
        where id = $1 and (state = 'ready' or (state = 'reserved' and owner_id = $2)) returning id`,
      [taskId, officerId],
    );
    return claimed.length === 1;
  }

  async release(taskId: string, officerId: string): Promise<boolean> {
    const released = await rowsOf(
      this.manager,
      `update task set state = 'ready', owner_id = null, claimed_at = null
        where id = $1 and state = 'reserved' and owner_id = $2 returning id`,
      [taskId, officerId],
    );
    return released.length === 1;
  }

  /**
   * Records the decision of a locked task with its signature, its audit row and the message to the workflow. The
   * four-eyes constraint has the last word; it is told as FOUR_EYES. Returns the moment of the decision.
   */
  async decide(task: LockedTask, decision: NewDecision): Promise<Date> {
    const { capacity } = taskRule(task.kind);
    const { outcome, returnTo, mandateId = null } = decision;
    const told = { taskId: task.id, kind: task.kind, outcome, ...(returnTo === undefined ? {} : { returnTo }) };
    const { artefactHash, appointmentId } = decision;
    const row = await signing(capacity, () =>
      rowOf<{ decidedAt: Date }>(this.manager, DECIDE, [
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
        capacity,
        `task.${outcome}`,
        task.territoryCode,
        JSON.stringify({ kind: task.kind, artefactHash, appointmentId, mandateId }),
        decision.requestId ?? null,
        task.workflowId,
        JSON.stringify(told satisfies DeliveredDecision),
      ]),
    );
    if (row === undefined) throw new Error('the decision was not recorded');
    return row.decidedAt;
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

  /** Closes a task unless it has been decided, and then brings back that decision: the row decides the race. */
  async closeIfOpen(taskId: string, reason: string): Promise<DeliveredDecision | undefined> {
    const task = await this.lock(taskId);
    if (task.state === 'ready' || task.state === 'reserved') {
      await this.manager.query(
        `update task set state = 'exited', closed_at = programme_now(), closed_reason = $2 where id = $1`,
        [taskId, reason],
      );
      return undefined;
    }
    const decision = (await this.decisions([taskId]))[0];
    if (decision === undefined) return undefined;
    return {
      taskId,
      kind: task.kind,
      outcome: decision.outcome,
      ...(decision.returnTo === null ? {} : { returnTo: decision.returnTo }),
    };
  }

  /** Marks an open task as late: it rises in every inbox, and its pool keeps the right to act. */
  async escalate(taskId: string): Promise<void> {
    const escalated = await rowOf<{ territoryCode: string }>(
      this.manager,
      `update task set escalations = escalations + 1 where id = $1 and state in ('ready', 'reserved')
       returning territory_code as "territoryCode"`,
      [taskId],
    );
    if (escalated === undefined) return;
    await new AuditRepository(this.manager).note({
      action: 'task.escalated',
      subjectType: 'task',
      subjectId: taskId,
      territoryCode: escalated.territoryCode,
    });
  }

  /** Tells open tasks about a changed artefact, so that a decision on the earlier one is refused. */
  async refreshArtefact(subjectType: string, subjectId: string, artefactHash: string): Promise<void> {
    await this.manager.query(
      `update task set artefact_hash = $3
        where subject_type = $1 and subject_id = $2 and state in ('ready', 'reserved')`,
      [subjectType, subjectId, artefactHash],
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
      `select d.task_id as "taskId", t.kind, d.officer_id as "officerId", o.full_name as officer, t.role, d.outcome,
              d.reason, d.return_to as "returnTo", d.details, d.decided_at as "decidedAt"
         from task_decision d join task t on t.id = d.task_id join officer o on o.id = d.officer_id
        where ${where} order by d.decided_at, d.task_id limit 500`,
      parameters,
    );
  }
}

/** Runs a statement that signs; the four-eyes constraint is told as FOUR_EYES. */
async function signing<Result>(capacity: Capacity, sign: () => Promise<Result>): Promise<Result> {
  try {
    return await sign();
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'four_eyes') {
      throw new DomainError('FOUR_EYES', 'this person signed the chain in another capacity', { capacity });
    }
    throw error;
  }
}
