import type { EntityManager } from 'typeorm';
import {
  type Approval,
  type ApprovalBand,
  bandFor,
  DomainError,
  neededOf,
  type Role,
  type TaskKind,
  taskRule,
  type TaskState,
} from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { openTask } from '../tasks/open-task.js';
import { signing } from '../tasks/decision/signing.js';
import { closedFor, moving } from '../tasks/life/moving.js';
import type { TaskContext, NewDecision, NewTask, PinnedApproval } from '../tasks/task.types.js';
import { type ApprovalPolicyRow, ApprovalPolicyRepository } from './approval-policy.repository.js';
import { eligibleFor } from './eligible.js';
import { FREE } from './free-statement.js';

/** One office's part of an approval: its task, and the approvals of the artefact as it is now. */
export interface ApprovalGroupRow {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly role: Role;
  readonly territoryCode: string;
  readonly state: TaskState;
  /** The workflow waits for this task; the other offices' tasks stand beside it. */
  readonly isGate: boolean;
  readonly pinned: PinnedApproval;
  readonly approvals: readonly ApprovalRow[];
  /** Who could still approve. */
  readonly eligible: readonly string[];
}

export interface ApprovalRow extends Approval {
  readonly officer: string;
  readonly actedFor: string | null;
  readonly votedAt: string;
}

const GROUPS = `
  select t.id as "taskId", t.kind, t.role, t.territory_code as "territoryCode", t.state,
         t.step_key = r.step_key as "isGate", t.approval as pinned,
         (select coalesce(jsonb_agg(jsonb_build_object('officerId', v.officer_id, 'actedForId', v.acted_for_id,
                   'officer', o.full_name, 'actedFor', p.full_name, 'votedAt', v.voted_at) order by v.id), '[]')
            from approval_vote v join officer o on o.id = v.officer_id left join officer p on p.id = v.acted_for_id
           where v.task_id = t.id and v.outcome = 'approved' and v.artefact_hash = t.artefact_hash) as approvals,
         array(${eligibleFor('t')}) as eligible
    from approval_request r join task t on t.approval_request_id = r.id`;

/** Approvals by several officers: opened as a task for each office, counted person by person. */
export class ApprovalRequestRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * The tasks to open instead of this one: one for each office that the policy in force asks for, with what it asks
   * pinned. The same task again where no policy holds, or where the step was opened before.
   */
  async divide(task: NewTask): Promise<NewTask[]> {
    const policy = await new ApprovalPolicyRepository(this.manager).governing(task.kind, task.territoryCode);
    const band = policy && bandFor(policy.bands, BigInt(task.amountRupiah));
    if (policy === undefined || band === undefined) return [task];
    const approvalRequestId = await this.begin(task, policy, band);
    if (approvalRequestId === undefined) return [task];
    const pools = await this.eligibleToBegin(task, band);
    const { role: office } = taskRule(task.kind);
    return band.groups.map((group) => ({
      ...task,
      role: group.role,
      stepKey: group.role === office ? task.stepKey : `${task.stepKey}#${group.role}`,
      approvalRequestId,
      approval: {
        mode: group.mode,
        needed: neededOf(group, pools.get(group.role) ?? 0),
        requiredOfficerIds: group.requiredOfficerIds ?? [],
      },
    }));
  }

  /** Offices that are told of the approval and never decide it. */
  async observersOf(requestId: string): Promise<readonly Role[]> {
    const row = await rowOf<{ observers: Role[] }>(
      this.manager,
      'select observers from approval_request where id = $1',
      [requestId],
    );
    return row?.observers ?? [];
  }

  /** Locks the whole approval a task belongs to, before any of its tasks: outcomes are counted under it. */
  async lockOf(taskId: string): Promise<void> {
    await this.manager.query(
      `select 1 from approval_request where id = (select approval_request_id from task where id = $1) for update`,
      [taskId],
    );
  }

  /** Every office's part, the gate first. */
  async groups(requestId: string): Promise<ApprovalGroupRow[]> {
    return rowsOf(this.manager, `${GROUPS} where r.id = $1 order by "isGate" desc, t.role`, [requestId]);
  }

  /** The open parts of one approval, or of all; which of them is held is the caller's to judge. */
  async openGroups(requestId?: string): Promise<ApprovalGroupRow[]> {
    const where = `where ($1::uuid is null or r.id = $1) and ${openTask('t')}`;
    return rowsOf(this.manager, `${GROUPS} ${where} order by t.created_at, t.id limit 5000`, [requestId ?? null]);
  }

  /** Records one officer's word on the artefact. Throws ALREADY_APPROVED when they have given it before, in any office. */
  async vote(task: TaskContext, decision: NewDecision): Promise<void> {
    const vote = await rowOf(
      this.manager,
      `insert into approval_vote (request_id, task_id, officer_id, acted_for_id, appointment_id, mandate_id, outcome,
                                  reason, artefact_hash, voted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, programme_now())
       on conflict (request_id, officer_id, artefact_hash) do nothing returning id`,
      [
        task.approvalRequestId,
        task.id,
        decision.officerId,
        task.delegatedBy,
        decision.appointmentId,
        decision.mandateId ?? null,
        decision.outcome,
        decision.reason ?? null,
        task.artefactHash,
      ],
    );
    if (vote === undefined) throw new DomainError('ALREADY_APPROVED', 'this person has given their word');
  }

  /** Signs, and frees the task for the office's next officer. Returns the moment. */
  async free(task: TaskContext, decision: NewDecision): Promise<Date> {
    const { capacity } = taskRule(task.kind);
    const { officerId, outcome, appointmentId, mandateId = null, requestId = null } = decision;
    const notified = { kind: task.kind, artefactHash: task.artefactHash, appointmentId, mandateId, isOpen: true };
    const row = await signing(capacity, () =>
      rowOf<{ votedAt: Date }>(this.manager, FREE, [
        ...[task.id, officerId, task.chainKey, capacity, task.delegatedBy],
        ...[`task.${outcome}`, task.territoryCode, JSON.stringify(notified), requestId],
      ]),
    );
    if (row === undefined) throw new Error('a locked task does not move under its lock');
    return row.votedAt;
  }

  /** Closes the other offices' tasks: one has sent the artefact back. */
  async exitOthers(task: TaskContext): Promise<void> {
    await this.manager.query(
      `with ${moving({
        event: 'exit',
        set: closedFor(`'returned elsewhere'`),
        where: 't.approval_request_id = $1 and t.id <> $2',
      })} select count(*) from noted`,
      [task.approvalRequestId, task.id],
    );
  }

  private async begin(task: NewTask, policy: ApprovalPolicyRow, band: ApprovalBand): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into approval_request (policy_id, workflow_id, step_key, from_rupiah, observers, opened_at)
       values ($1, $2, $3, $4, $5, programme_now()) on conflict (workflow_id, step_key) do nothing returning id`,
      [policy.id, task.workflowId, task.stepKey, band.fromRupiah.toString(), policy.observers],
    );
    return row?.id;
  }

  /** How many officers of each office could approve on the day it is opened. */
  private async eligibleToBegin(task: NewTask, band: ApprovalBand): Promise<ReadonlyMap<Role, number>> {
    const rows = await rowsOf<{ role: Role; officers: number }>(
      this.manager,
      `select n.role, (select count(*) from (${eligibleFor('n')}) one)::int as officers
         from (select role, $2 as territory_code, $3 as chain_key, $4 as kind, null::uuid as approval_request_id,
                      '' as artefact_hash from unnest($1::text[]) role) n`,
      [band.groups.map(({ role }) => role), task.territoryCode, task.chainKey, task.kind],
    );
    return new Map(rows.map(({ role, officers }) => [role, officers]));
  }
}
