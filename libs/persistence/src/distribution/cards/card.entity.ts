import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { FamilyEntity } from '../../families/family.entity.js';
import { OfficeEntity } from '../../organisation/offices/office.entity.js';

/** A debit card by its bank's own reference. From `state` on, a trigger writes what was said of it comes to (`card_fold`). */
@Entity('card')
@Unique('uq_card_ref', ['bankOfficeId', 'ref'])
@Unique('uq_card_number', ['numberHash'])
@Index('ix_card_since', ['since', 'id'])
@Index('ix_card_place', ['territoryCode', 'id'])
@Index('ix_card_due', ['dueOn'], { where: 'due_on is not null' })
@Index('ix_card_undated', ['since'], { where: `due_on is null and state not in ('handed_over', 'destroyed')` })
@Index('ix_card_family', ['familyId'], { where: 'family_id is not null' })
@Index('ix_card_replaces', ['replacesId'], { where: 'replaces_id is not null' })
@Check(
  'card_state',
  `state in ('printed', 'at_branch', 'at_place', 'not_handed_over', 'handed_over', 'returned', 'destroyed')`,
)
@Check('card_confirmed', 'not is_confirmed or reason_word_id is not null')
@Check('card_reason', `(reason = '') = (reason_word_id is null)`)
@ForeignKey(() => OfficeEntity, ['bankOfficeId'], ['id'])
@ForeignKey(() => FamilyEntity, ['familyId'], ['id'])
@ForeignKey(() => CardEntity, ['replacesId'], ['id'])
export class CardEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  bankOfficeId!: string;

  @Column('text')
  ref!: string;

  /** Keyed, as that of an account. */
  @Column('bytea')
  numberHash!: Buffer;

  @Column('text')
  numberTail!: string;

  @Column('bytea')
  numberSealed!: Buffer;

  @Column('bytea')
  nikHash!: Buffer;

  /** Null while no list names who the card is for. */
  @Column('bigint', { nullable: true })
  familyId!: string | null;

  /** The kelurahan at which it is handed over. */
  @Column('text')
  territoryCode!: string;

  /** The card in whose place this one was made. */
  @Column('uuid', { nullable: true })
  replacesId!: string | null;

  @Column('text')
  state!: string;

  @Column('date')
  since!: string;

  @Column('text', { default: '' })
  reason!: string;

  @Column('bigint', { nullable: true })
  reasonWordId!: string | null;

  @Column('boolean', { default: false })
  isConfirmed!: boolean;

  /** The day until which it waits for the family, where the bank says one. */
  @Column('date', { nullable: true })
  untilOn!: string | null;

  /** Words that cannot be true beside the others. */
  @Column('int', { default: 0 })
  contradicted!: number;

  /** The last day of its stay; null at an end. */
  @Column('date', { nullable: true })
  dueOn!: string | null;

  /** The last day that was heard of as passed. */
  @Column('date', { nullable: true })
  toldOn!: string | null;
}
