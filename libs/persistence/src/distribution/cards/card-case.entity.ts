import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CardEntity } from './card.entity.js';

/** Somebody has to look for the family of a card. It stands on no money: a card may be made before any is paid. */
@Entity('card_case')
@Index('uq_card_case_open', ['cardId'], { unique: true, where: 'closed_on is null' })
@Index('ix_card_case_undated', ['openedOn'], { where: 'due_on is null and closed_on is null' })
@Check(
  'card_case_closed',
  `(closed_on is null) = (closed_for is null) and closed_for in ('handed_over', 'confirmed', 'reasoned', 'bank', 'new_day')`,
)
@ForeignKey(() => CardEntity, ['cardId'], ['id'])
export class CardCaseEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  cardId!: string;

  @Column('date')
  openedOn!: string;

  /** By when the reason is to be known; set right after it was opened. */
  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('date', { nullable: true })
  closedOn!: string | null;

  @Column('text', { nullable: true })
  closedFor!: string | null;
}
