import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficeEntity } from '../../organisation/offices/office.entity.js';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';

/** A bank's file of cards, taken once however often it is sent. */
@Entity('card_file')
@Unique('uq_card_file', ['bankOfficeId', 'sha256'])
@ForeignKey(() => OfficeEntity, ['bankOfficeId'], ['id'])
@ForeignKey(() => OfficerEntity, ['loadedBy'], ['id'])
export class CardFileEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  bankOfficeId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  sha256!: string;

  @Column('int')
  rows!: number;

  /** Cards that were not known before. */
  @Column('int')
  cards!: number;

  /** What it said that nobody had said before. */
  @Column('int')
  words!: number;

  /** Lines of which nothing was taken. */
  @Column('int')
  refused!: number;

  @Column('uuid')
  loadedBy!: string;

  @Column('timestamptz')
  loadedAt!: Date;
}
