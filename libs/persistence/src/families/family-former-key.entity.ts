import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FamilyEntity } from './family.entity.js';

/** A NIK, card or account by which a family was known until a row of a list said another one. Found in a search, never in linking. */
@Entity('family_former_key')
@Check('family_former_key_kind', `kind in ('nik', 'kk', 'account')`)
@ForeignKey(() => FamilyEntity, ['familyId'], ['id'])
export class FamilyFormerKeyEntity {
  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('bytea')
  hash!: Buffer;

  @PrimaryColumn('bigint')
  familyId!: string;

  @Column('bigint')
  untilRowId!: string;
}
