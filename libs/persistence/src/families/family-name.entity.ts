import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FamilyEntity } from './family.entity.js';

/** The words of the head's name as keyed buckets of twelve bits: enough to narrow a search, too few to say a name. */
@Entity('family_name')
@Index('ix_family_name_keys', { synchronize: false })
@ForeignKey(() => FamilyEntity, ['familyId'], ['id'])
export class FamilyNameEntity {
  @PrimaryColumn('bigint')
  familyId!: string;

  @Column('smallint', { array: true })
  keys!: number[];
}
