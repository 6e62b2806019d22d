import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { TreasuryReturnEntity } from '../distribution/return/treasury-return.entity.js';
import { EntitlementEntity } from '../money/entitlement.entity.js';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { FollowUpCaseEntity } from './follow-up-case.entity.js';

/** What a case does to its money before the last day of use: held on a named ground, or returned early; approved by a second person. */
@Entity('case_measure')
@Unique('uq_case_measure', ['caseId', 'kind'])
@Index('ix_case_measure_place', ['kelurahanCode', 'dueOn', 'id'])
@Index('ix_case_measure_entitlement', ['entitlementId'])
@Check('case_measure_kind', `kind in ('hold', 'return_early')`)
@Check(
  'case_measure_state',
  `state in ('proposed', 'in_force', 'released', 'returning', 'ended', 'refused', 'lapsed', 'overtaken')`,
)
@Check('case_measure_hold', `(kind = 'hold') = (ground is not null and until_on is not null)`)
@Check('case_measure_in_force', `kind = 'hold' or state not in ('in_force', 'released')`)
@Check('case_measure_two', 'verified_by is null or verified_by <> decided_by')
@Check(
  'case_measure_verified',
  `state in ('proposed', 'refused', 'lapsed', 'overtaken') or (verified_by is not null and verified_at is not null)`,
)
@Check('case_measure_refused', `state <> 'refused' or (ended_by is not null and reason is not null)`)
@Check(
  'case_measure_released',
  `state <> 'released' or (ended_by is not null and reason is not null and use_until is not null)`,
)
@Check('case_measure_returning', `state <> 'returning' or return_id is not null`)
@ForeignKey(() => FollowUpCaseEntity, ['caseId'], ['id'], { name: 'fk_case_measure_case' })
@ForeignKey(() => EntitlementEntity, ['entitlementId'], ['id'], { name: 'fk_case_measure_entitlement' })
@ForeignKey(() => OfficerEntity, ['decidedBy'], ['id'], { name: 'fk_case_measure_decided_by' })
@ForeignKey(() => OfficerEntity, ['verifiedBy'], ['id'], { name: 'fk_case_measure_verified_by' })
@ForeignKey(() => OfficerEntity, ['endedBy'], ['id'], { name: 'fk_case_measure_ended_by' })
@ForeignKey(() => TreasuryReturnEntity, ['returnId'], ['id'], { name: 'fk_case_measure_return' })
export class CaseMeasureEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_case_measure' })
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Column('bigint')
  entitlementId!: string;

  @Column('text')
  kind!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('text')
  kelurahanCode!: string;

  /** One that the period's policy names; of a hold. */
  @Column('text', { nullable: true })
  ground!: string | null;

  /** The last day of a hold. */
  @Column('date', { nullable: true })
  untilOn!: string | null;

  @Column('text')
  state!: string;

  @Column('uuid')
  decidedBy!: string;

  @Column('timestamptz')
  decidedAt!: Date;

  /** By when a second person approves it; else it lapses. */
  @Column('date')
  dueOn!: string;

  @Column('uuid', { nullable: true })
  verifiedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  verifiedAt!: Date | null;

  /** The last day on which the family may use what was released to it. */
  @Column('date', { nullable: true })
  useUntil!: string | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The return order on which the money goes back. */
  @Column('uuid', { nullable: true })
  returnId!: string | null;
}
