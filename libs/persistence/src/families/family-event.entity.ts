import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FamilyEntity } from './family.entity.js';

/** Where a list did not agree with the record of a family: another card, another head, a card that another family has, too. */
@Entity('family_event')
@Check('family_event_event', `event in ('card_changed', 'head_changed', 'card_shared')`)
@Index('ix_family_event_family', ['familyId', 'id'])
@ForeignKey(() => FamilyEntity, ['familyId'], ['id'])
@ForeignKey(() => FamilyEntity, ['otherFamilyId'], ['id'])
export class FamilyEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('bigint')
  familyId!: string;

  @Column('bigint')
  rosterRowId!: string;

  @Column('text')
  event!: string;

  @Column('bigint', { nullable: true })
  otherFamilyId!: string | null;

  @Column('timestamptz')
  notedAt!: Date;
}
