import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { FollowUpCaseEntity } from './follow-up-case.entity.js';

/** What costs a family its aid beyond this period: decided, verified by another, open to objection, and only then in force. */
@Entity('case_sanction')
@Unique('uq_case_sanction', ['caseId'])
@Index('ix_case_sanction_place', ['kelurahanCode', 'dueOn', 'id'])
@Index('ix_case_sanction_in_force', ['nikHash'], { where: `state = 'in_force'` })
@Index('ix_case_sanction_letter', ['letterHash'], { where: 'letter_hash is not null' })
@Check('case_sanction_kind', `kind in ('suspend', 'exclude')`)
@Check(
  'case_sanction_state',
  `state in ('proposed', 'verified', 'objected', 'in_force', 'refused', 'lapsed', 'lifted')`,
)
@Check('case_sanction_two', 'verified_by is null or verified_by <> decided_by')
@Check(
  'case_sanction_third',
  'settled_by is null or (settled_by <> decided_by and settled_by is distinct from verified_by)',
)
@Check(
  'case_sanction_verified',
  `state in ('proposed', 'refused', 'lapsed') or (verified_by is not null and verified_at is not null and objection_until is not null and letter_hash is not null)`,
)
@Check('case_sanction_objected', `state <> 'objected' or (objection is not null and objected_by is not null)`)
@Check('case_sanction_settled', `state not in ('refused', 'lifted') or (settled_by is not null and reason is not null)`)
@Check(
  'case_sanction_answered',
  `state <> 'in_force' or objection is null or (settled_by is not null and reason is not null)`,
)
@Check('case_sanction_in_force', `state <> 'in_force' or in_force_at is not null`)
@ForeignKey(() => FollowUpCaseEntity, ['caseId'], ['id'], { name: 'fk_case_sanction_case' })
@ForeignKey(() => OfficerEntity, ['decidedBy'], ['id'], { name: 'fk_case_sanction_decided_by' })
@ForeignKey(() => OfficerEntity, ['verifiedBy'], ['id'], { name: 'fk_case_sanction_verified_by' })
@ForeignKey(() => OfficerEntity, ['objectedBy'], ['id'], { name: 'fk_case_sanction_objected_by' })
@ForeignKey(() => OfficerEntity, ['settledBy'], ['id'], { name: 'fk_case_sanction_settled_by' })
export class CaseSanctionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_case_sanction' })
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Column('text')
  kind!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('text')
  kelurahanCode!: string;

  /** By which later lists name the family. */
  @Column('bytea')
  nikHash!: Buffer;

  @Column('text')
  finding!: string;

  @Column('text')
  state!: string;

  @Column('uuid')
  decidedBy!: string;

  @Column('timestamptz')
  decidedAt!: Date;

  /** By when a second person verifies it; else it lapses. */
  @Column('date')
  dueOn!: string;

  @Column('uuid', { nullable: true })
  verifiedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  verifiedAt!: Date | null;

  /** The last day of objection; it is in force on the next. */
  @Column('date', { nullable: true })
  objectionUntil!: string | null;

  @Column('text', { nullable: true })
  letterHash!: string | null;

  @Column('text', { nullable: true })
  objection!: string | null;

  @Column('uuid', { nullable: true })
  objectedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  objectedAt!: Date | null;

  @Column('date', { nullable: true })
  answerDueOn!: string | null;

  @Column('uuid', { nullable: true })
  settledBy!: string | null;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { nullable: true })
  inForceAt!: Date | null;
}
