import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { FamilyEntity } from './family.entity.js';

/** A paper that speaks for a change of a family's record, sealed. */
@Entity('family_paper')
@Unique('uq_family_paper', ['familyId', 'sha256'])
@ForeignKey(() => FamilyEntity, ['familyId'], ['id'])
@ForeignKey(() => OfficerEntity, ['addedBy'], ['id'])
export class FamilyPaperEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('bigint')
  familyId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  mediaType!: string;

  @Column('text')
  sha256!: string;

  @Column('int')
  sizeBytes!: number;

  @Column('bytea')
  sealed!: Buffer;

  @Column('uuid')
  addedBy!: string;

  @Column('timestamptz')
  addedAt!: Date;
}
