import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CardEntity } from './card.entity.js';
import { CardFileEntity } from './card-file.entity.js';

/** What is wrong with a line of a bank's file; the line is kept, sealed. */
@Entity('card_finding')
@Index('ix_card_finding', ['fileId', 'rowNumber'])
@ForeignKey(() => CardFileEntity, ['fileId'], ['id'])
@ForeignKey(() => CardEntity, ['cardId'], ['id'])
export class CardFindingEntity {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id!: string;

  @Column('uuid')
  fileId!: string;

  @Column('int')
  rowNumber!: number;

  @Column('text')
  columnName!: string;

  @Column('text')
  finding!: string;

  @Column('uuid', { nullable: true })
  cardId!: string | null;

  @Column('bytea')
  rowSealed!: Buffer;
}
