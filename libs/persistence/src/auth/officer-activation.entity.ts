import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** The code by which an officer sets a first password; only its hash is kept, and it is gone once it was used. */
@Entity('officer_activation')
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_officer_activation_officer' })
@ForeignKey(() => OfficerEntity, ['createdBy'], ['id'], { name: 'fk_officer_activation_created_by' })
export class OfficerActivationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_officer_activation' })
  officerId!: string;

  @Column('bytea')
  codeHash!: Buffer;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('uuid')
  createdBy!: string;
}
