import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ApprovalPolicyEntity } from './approval-policy.entity.js';

/** One approval by several offices: a task for each, opened together under one version of one policy. */
@Entity('approval_request')
@Unique('uq_approval_request_step', ['workflowId', 'stepKey'])
@ForeignKey(() => ApprovalPolicyEntity, ['policyId'], ['id'], { name: 'fk_approval_request_policy' })
export class ApprovalRequestEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_approval_request' })
  id!: string;

  @Column('uuid')
  policyId!: string;

  @Column('text')
  workflowId!: string;

  /** Of the task for which the workflow waits: that of the office which the law names. */
  @Column('text')
  stepKey!: string;

  /** Where the amount's band begins. */
  @Column('bigint')
  fromRupiah!: string;

  @Column('text', { array: true })
  observers!: string[];

  @Column('timestamptz')
  openedAt!: Date;
}
