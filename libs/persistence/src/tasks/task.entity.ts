import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ApprovalRequestEntity } from '../approvals/approval-request.entity.js';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { OfficeDelegationEntity } from '../delegation/office-delegation.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';

/** A human task: the gate through which every decision passes. */
@Entity('task')
@Unique('uq_task_step', ['workflowId', 'stepKey'])
// By urgency: an expression, which only the migration can say.
@Index('ix_task_pool', { synchronize: false })
@Index('ix_task_city', { synchronize: false })
@Index('ix_task_owner', { synchronize: false })
@Index('ix_task_added', { synchronize: false })
@Index('ix_task_suspended', ['suspendedUntil'], { where: "state = 'suspended'" })
@Index('ix_task_chain', ['chainKey'])
@Index('ix_task_approval', ['approvalRequestId'], { where: 'approval_request_id is not null' })
@Index('ix_task_subject', ['subjectType', 'subjectId'])
@Check(
  'task_state',
  "state in ('created', 'ready', 'reserved', 'in_progress', 'suspended', 'completed', 'failed', 'exited', 'obsolete')",
)
@Check('task_held_has_owner', "state not in ('reserved', 'in_progress') or owner_id is not null")
@Check(
  'task_suspended_returns',
  "state <> 'suspended' or (resume_state in ('created', 'ready', 'reserved', 'in_progress') and suspended_on is not null and suspended_until is not null)",
)
@Check('task_delegation_has_principal', 'delegation_id is null or delegated_by is not null')
@Check('task_approval_is_pinned', '(approval_request_id is null) = (approval is null)')
@Index('ix_task_delegation', ['delegationId'], { where: 'delegation_id is not null' })
@Index('ix_task_accountable', ['delegatedBy'], { where: 'delegated_by is not null' })
@ForeignKey(() => OfficeDelegationEntity, ['delegationId'], ['id'], { name: 'fk_task_delegation' })
@ForeignKey(() => OfficerEntity, ['delegatedBy'], ['id'])
@ForeignKey(() => ApprovalRequestEntity, ['approvalRequestId'], ['id'], { name: 'fk_task_approval_request' })
@ForeignKey(() => OfficerEntity, ['ownerId'], ['id'])
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
export class TaskEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  stage!: string;

  @Column('text')
  role!: string;

  @Column('text')
  workflowId!: string;

  @Column('text')
  stepKey!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('text')
  territoryCode!: string;

  @Column('text')
  subjectType!: string;

  @Column('text')
  subjectId!: string;

  @Column('text')
  chainKey!: string;

  @Column('text')
  artefactHash!: string;

  @Column('int', { default: 0 })
  families!: number;

  @Column('bigint', { default: '0' })
  amountRupiah!: string;

  @Column('text')
  state!: string;

  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  /** Who delegated the task to its owner and stays accountable. */
  @Column('uuid', { nullable: true })
  delegatedBy!: string | null;

  /** The dated delegation by which the owner holds it for who is absent. */
  @Column('uuid', { nullable: true })
  delegationId!: string | null;

  /** The officers it was forwarded to; null means everybody who holds the office. */
  @Column('uuid', { array: true, nullable: true })
  potentialOwners!: string[] | null;

  /** The state to which a suspended task comes back. */
  @Column('text', { nullable: true })
  resumeState!: string | null;

  @Column('date', { nullable: true })
  suspendedOn!: string | null;

  /** On this day the task comes back by itself. */
  @Column('date', { nullable: true })
  suspendedUntil!: string | null;

  @Column('text', { nullable: true })
  suspendedReason!: string | null;

  /** The office it waits for while it is suspended; null where nobody is waited for. */
  @Column('text', { nullable: true })
  waitingFor!: string | null;

  /** The last day on which it came back from a suspension. */
  @Column('date', { nullable: true })
  resumedOn!: string | null;

  /** Somebody begins by this day. */
  @Column('date', { nullable: true })
  startDueOn!: string | null;

  @Column('date')
  dueOn!: string;

  /** The holder wants to be reminded on this day; it is no deadline. */
  @Column('date', { nullable: true })
  followUpOn!: string | null;

  /** Offices that became owners, beside its own, because it stayed late. */
  @Column('text', { array: true, default: [] })
  addedRoles!: string[];

  /** Keys of the escalations that have happened: each happens once. */
  @Column('text', { array: true, default: [] })
  stepsDone!: string[];

  @Column('int', { default: 0 })
  escalations!: number;

  /** Officers who never own it, because it is about their household. */
  @Column('uuid', { array: true, default: [] })
  excludedOwners!: string[];

  /** Set where a policy asks for more than one officer: this row is one office's part of it. */
  @Column('uuid', { nullable: true })
  approvalRequestId!: string | null;

  /** How many must approve, and who by name; pinned when the task was opened. */
  @Column('jsonb', { nullable: true })
  approval!: unknown;

  /** The event that led to this state; see TASK_LIFE. Null while nothing has happened. */
  @Column('text', { nullable: true })
  lastEvent!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  closedReason!: string | null;
}
