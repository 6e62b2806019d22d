import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';

/** A phone that downloaded cases: known by an id that it made itself and proves with a secret. */
@Entity('field_device')
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_field_device_officer' })
export class FieldDeviceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_device' })
  id!: string;

  @Column('uuid')
  officerId!: string;

  /** SHA-256 of what only the phone knows. */
  @Column('bytea')
  secretHash!: Buffer;

  @Column('text')
  name!: string;

  @Column('timestamptz')
  registeredAt!: Date;
}
