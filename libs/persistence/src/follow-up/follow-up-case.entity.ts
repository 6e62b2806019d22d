import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { EntitlementEntity } from '../money/entitlement.entity.js';

/** A credited family that did not transact: what was found and what the city decided. */
@Entity('follow_up_case')
@Index('ix_case_desk', ['deskWorkflowId', 'state'])
@Index('ix_case_place', ['periodId', 'kelurahanCode', 'deadlineOn', 'id'])
@ForeignKey(() => EntitlementEntity, ['entitlementId'], ['id'])
export class FollowUpCaseEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('bigint', { unique: true })
  entitlementId!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('text')
  kelurahanCode!: string;

  @Column('text')
  kpmCode!: string;

  @Column('text', { nullable: true })
  rtRw!: string | null;

  @Column('bigint')
  amountRupiah!: string;

  @Column('text')
  deskWorkflowId!: string;

  @Column('text')
  state!: string;

  @Column('int', { default: 1 })
  round!: number;

  @Column('text', { nullable: true })
  finding!: string | null;

  @Column('text', { nullable: true })
  findingNote!: string | null;

  @Column('uuid', { nullable: true })
  foundBy!: string | null;

  @Column('timestamptz', { nullable: true })
  foundAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('date')
  deadlineOn!: string;
}
