import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** One version of whose approvals a kind of task needs in a territory. It is followed by another or ended, never changed. */
@Entity('approval_policy')
@Unique('uq_approval_policy', ['kind', 'territoryCode', 'version'])
@Index('uq_approval_policy_live', ['kind', 'territoryCode'], { unique: true, where: 'ended_at is null' })
@Check(
  'approval_policy_ended_by_two',
  'ended_at is null or (end_proposed_by is not null and end_proposed_by <> ended_by)',
)
@ForeignKey(() => OfficerEntity, ['endProposedBy'], ['id'], { name: 'fk_approval_policy_end_proposed_by' })
@ForeignKey(() => OfficerEntity, ['createdBy'], ['id'], { name: 'fk_approval_policy_created_by' })
@ForeignKey(() => OfficerEntity, ['endedBy'], ['id'], { name: 'fk_approval_policy_ended_by' })
export class ApprovalPolicyEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_approval_policy' })
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  territoryCode!: string;

  @Column('int')
  version!: number;

  /** Rising amounts, each with the offices that approve from there on. */
  @Column('jsonb')
  bands!: unknown;

  @Column('text', { array: true })
  observers!: string[];

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Whoever speaks first; the second officer ends it. */
  @Column('uuid', { nullable: true })
  endProposedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endProposedAt!: Date | null;
}
