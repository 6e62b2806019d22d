import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { FieldDeviceEntity } from './field-device.entity.js';

/** Cases that lie on a phone until a moment. Moments are the machine's: a sandbox's calendar ends no lease. */
@Entity('field_lease')
@Index('uq_field_lease_open', ['deviceId'], { unique: true, where: 'ended_at is null' })
@Index('ix_field_lease_officer', ['officerId', 'issuedAt'])
@Check('field_lease_ended', `(ended_at is null) = (ended_why is null)`)
@Check('field_lease_why', `ended_why in ('returned', 'replaced', 'revoked', 'office-lost')`)
@Check('field_lease_revoked', `(ended_why = 'revoked') = (reason is not null and ended_by is not null)`)
@ForeignKey(() => FieldDeviceEntity, ['deviceId'], ['id'], { name: 'fk_field_lease_device' })
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_field_lease_officer' })
@ForeignKey(() => OfficerEntity, ['endedBy'], ['id'], { name: 'fk_field_lease_ended_by' })
export class FieldLeaseEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_field_lease' })
  id!: string;

  @Column('uuid')
  deviceId!: string;

  @Column('uuid')
  officerId!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** When the phone was last heard, and how many seconds its clock was ahead then. */
  @Column('timestamptz')
  seenAt!: Date;

  @Column('int')
  skewSeconds!: number;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endedWhy!: string | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
