import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AppointmentEntity } from '../organisation/appointments/appointment.entity.js';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** An office of an absent officer, in the hands of a colleague between two dates. It is never changed, only ended early. */
@Entity('office_delegation')
@Check('office_delegation_days', 'valid_to >= valid_from')
@Check('office_delegation_other', 'to_officer_id <> from_officer_id')
@Exclusion(
  'office_delegation_once',
  `USING gist (appointment_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((ended_at IS NULL))`,
)
@Index('ix_office_delegation_to', ['toOfficerId', 'validTo'], { where: 'ended_at is null' })
@Index('ix_office_delegation_via', ['toAppointmentId', 'validTo'], { where: 'ended_at is null' })
@Index('ix_office_delegation_from', ['fromOfficerId', 'validFrom'])
@ForeignKey(() => OfficerEntity, ['fromOfficerId'], ['id'], { name: 'fk_office_delegation_from' })
@ForeignKey(() => OfficerEntity, ['toOfficerId'], ['id'], { name: 'fk_office_delegation_to' })
@ForeignKey(() => OfficerEntity, ['endedBy'], ['id'], { name: 'fk_office_delegation_ended_by' })
@ForeignKey(() => AppointmentEntity, ['appointmentId'], ['id'], { name: 'fk_office_delegation_appointment' })
@ForeignKey(() => AppointmentEntity, ['toAppointmentId'], ['id'], { name: 'fk_office_delegation_to_appointment' })
export class OfficeDelegationEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_office_delegation' })
  id!: string;

  @Column('uuid')
  fromOfficerId!: string;

  @Column('uuid')
  toOfficerId!: string;

  /** The office whose tasks pass on. */
  @Column('uuid')
  appointmentId!: string;

  /** The office by which the delegate stands in; where it is delegated too, the chain goes on. */
  @Column('uuid')
  toAppointmentId!: string;

  @Column('date')
  validFrom!: string;

  @Column('date')
  validTo!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** Ended before its last day; null for one that ran, or still runs. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;
}
