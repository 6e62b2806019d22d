import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AppointmentEntity } from '../organisation/appointments/appointment.entity.js';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';

/** A letter of assignment as it was issued; withdrawn it says so, and is never rewritten. */
@Entity('assignment_letter')
@Index('uq_assignment_letter_hash', ['hash'], { unique: true, where: 'withdrawn_at is null' })
@Index('ix_assignment_letter_place', ['cityCode', 'validFrom', 'id'])
@Check('assignment_letter_days', 'valid_from <= valid_to')
@Check(
  'assignment_letter_withdrawn',
  '(withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (reason is null)',
)
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'], { name: 'fk_assignment_letter_period' })
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_assignment_letter_officer' })
@ForeignKey(() => OfficerEntity, ['issuedBy'], ['id'], { name: 'fk_assignment_letter_issued_by' })
@ForeignKey(() => AppointmentEntity, ['appointmentId'], ['id'], { name: 'fk_assignment_letter_appointment' })
@ForeignKey(() => OfficerEntity, ['withdrawnBy'], ['id'], { name: 'fk_assignment_letter_withdrawn_by' })
export class AssignmentLetterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_assignment_letter' })
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('text')
  territoryCode!: string;

  @Column('uuid')
  officerId!: string;

  @Column('uuid')
  issuedBy!: string;

  /** The office in which it was signed, as holder or stand-in. */
  @Column('uuid')
  appointmentId!: string;

  @Column('text')
  number!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('date')
  validFrom!: string;

  @Column('date')
  validTo!: string;

  @Column('text')
  hash!: string;

  @Column('uuid', { nullable: true })
  withdrawnBy!: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
