import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../authority/officer.entity.js';
import { PeriodEntity } from '../period/period.entity.js';

/** A human task: the gate through which every decision passes. */
@Entity('task')
@Unique('uq_task_step', ['workflowId', 'stepKey'])
@Index('ix_task_pool', ['role', 'dueOn', 'id'], { where: "state in ('ready', 'reserved')" })
@Index('ix_task_city', ['role', 'cityCode', 'dueOn', 'id'], { where: "state in ('ready', 'reserved')" })
@Index('ix_task_owner', ['ownerId', 'dueOn', 'id'], { where: "state = 'reserved'" })
@Index('ix_task_subject', ['subjectType', 'subjectId'])
@Check('task_state', "state in ('ready', 'reserved', 'completed', 'exited')")
@Check('task_reserved_has_owner', "state <> 'reserved' or owner_id is not null")
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

  @Column('date')
  dueOn!: string;

  @Column('int', { default: 0 })
  escalations!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  closedReason!: string | null;
}
