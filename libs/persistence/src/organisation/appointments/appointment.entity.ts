import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';
import { OfficerEntity } from '../officers/officer.entity.js';

/** An office held by an officer between two dates, in one role. */
@Entity('appointment')
@Check('appointment_acting', "acting in ('plt', 'plh')")
@Check('appointment_dates', 'valid_to >= valid_from - 1')
@Check('appointment_ended', '(ended_at is null) = (ended_by is null) and (ended_at is null or valid_to is not null)')
@Check(
  'appointment_acting_letter',
  'acting is null or created_by is null or (letter_number is not null and valid_to is not null)',
)
@Check(
  'appointment_confirmed',
  'not (is_proposed and confirmed_at is not null) and confirmed_by <> created_by and confirmed_by <> officer_id',
)
@Exclusion(
  'one_appointment',
  'USING gist (officer_id WITH =, office_id WITH =, role WITH =, daterange(valid_from, valid_to + 1) WITH &&)',
)
@Exclusion(
  'one_acting',
  'USING gist (office_id WITH =, role WITH =, daterange(valid_from, valid_to + 1) WITH &&) WHERE (acting is not null and created_by is not null)',
)
@Index('ix_appointment_post', ['officeId', 'role'])
@Index('ix_appointment_officer', ['officerId'])
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
@ForeignKey(() => OfficerEntity, ['createdBy'], ['id'], { name: 'fk_appointment_created_by' })
@ForeignKey(() => OfficerEntity, ['endedBy'], ['id'], { name: 'fk_appointment_ended_by' })
@ForeignKey(() => OfficerEntity, ['confirmedBy'], ['id'], { name: 'fk_appointment_confirmed_by' })
@ForeignKey(() => OfficeEntity, ['officeId'], ['id'])
export class AppointmentEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  officerId!: string;

  @Column('uuid')
  officeId!: string;

  @Column('text')
  role!: string;

  @Column('date')
  validFrom!: string;

  /** The last day. The day before the first where it was ended before it began: it never held. */
  @Column('date', { nullable: true })
  validTo!: string | null;

  /** Standing in for the holder of the post; null for the holder. */
  @Column('text', { nullable: true })
  acting!: string | null;

  /** Of the letter of command (surat perintah) by which somebody stands in. */
  @Column('text', { nullable: true })
  letterNumber!: string | null;

  /** The last day before a Plt was extended; that happens once. */
  @Column('date', { nullable: true })
  extendedFrom!: string | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { nullable: true })
  createdAt!: Date | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  /** When its end was brought forward; null for a term that ran, or runs, as it was given. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endedReason!: string | null;

  /** A post that signs, entered by one person and not confirmed by another yet: nobody holds it. */
  @Column('boolean', { default: false })
  isProposed!: boolean;

  /** Null for posts that need nobody, and for those that the console confirmed while there was nobody else. */
  @Column('uuid', { nullable: true })
  confirmedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;
}
