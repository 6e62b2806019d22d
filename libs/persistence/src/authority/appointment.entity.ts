import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficeEntity } from './office.entity.js';
import { OfficerEntity } from './officer.entity.js';

/** An office held by an officer between two dates, in one role. */
@Entity('appointment')
@Check('appointment_acting', "acting in ('plt', 'plh')")
@Unique('uq_appointment', ['officerId', 'officeId', 'role', 'validFrom'])
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
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

  @Column('date', { nullable: true })
  validTo!: string | null;

  /** Standing in for the holder of the post; null for the holder. */
  @Column('text', { nullable: true })
  acting!: string | null;
}
