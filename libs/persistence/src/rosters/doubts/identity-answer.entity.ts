import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RosterFileEntity } from '../roster-file.entity.js';
import { RosterRowEntity } from '../roster-row.entity.js';

/** The civil registry's own record of a family that it did not match, sealed; the newest answer counts. */
@Entity('identity_answer')
@ForeignKey(() => RosterRowEntity, ['rosterRowId'], ['id'])
@ForeignKey(() => RosterFileEntity, ['rosterFileId'], ['id'])
export class IdentityAnswerEntity {
  @PrimaryColumn('bigint')
  rosterRowId!: string;

  @Column('uuid')
  rosterFileId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  notedAt!: Date;
}
