import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { CardEntity } from './card.entity.js';
import { CardFileEntity } from './card-file.entity.js';

/** Something that a bank's file or an officer said of a card; never rewritten. */
@Entity('card_word')
@Index('uq_card_word', ['cardId', 'kind', 'happenedOn', 'reason'], { unique: true, where: 'about_id is null' })
@Index('uq_card_word_about', ['aboutId', 'kind'], { unique: true, where: 'about_id is not null' })
@Check(
  'card_word_kind',
  `kind in ('printed', 'at_branch', 'at_place', 'not_handed_over', 'handed_over', 'returned', 'destroyed', 'confirmed', 'void')`,
)
@Check('card_word_about', `(kind in ('confirmed', 'void')) = (about_id is not null)`)
@Check('card_word_source', 'num_nonnulls(file_id, officer_id) = 1')
@Check(
  'card_word_reason',
  `reason in ('', 'able', 'refused', 'died', 'moved', 'under_age', 'not_found', 'damaged', 'not_received') and (reason = '' or kind = 'not_handed_over') and (officer_id is null or kind <> 'not_handed_over' or (reason <> '' and note_sealed is not null))`,
)
@ForeignKey(() => CardEntity, ['cardId'], ['id'])
@ForeignKey(() => CardWordEntity, ['aboutId'], ['id'])
@ForeignKey(() => CardFileEntity, ['fileId'], ['id'])
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
export class CardWordEntity {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id!: string;

  @Column('uuid')
  cardId!: string;

  /** A state, or what was done with another word. */
  @Column('text')
  kind!: string;

  @Column('date')
  happenedOn!: string;

  @Column('text', { default: '' })
  reason!: string;

  @Column('date', { nullable: true })
  untilOn!: string | null;

  /** The word that is confirmed or set aside. */
  @Column('bigint', { nullable: true })
  aboutId!: string | null;

  @Column('uuid', { nullable: true })
  fileId!: string | null;

  @Column('uuid', { nullable: true })
  officerId!: string | null;

  /** What was seen, or why a word is set aside. */
  @Column('bytea', { nullable: true })
  noteSealed!: Buffer | null;

  @Column('timestamptz')
  notedAt!: Date;
}
