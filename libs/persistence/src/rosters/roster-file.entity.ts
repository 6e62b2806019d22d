import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { RosterEntity } from './roster.entity.js';

/** A file uploaded for a roster: the list itself or the result of the identity match. */
@Entity('roster_file')
@Unique('uq_roster_file', ['rosterId', 'purpose', 'sha256'])
@ForeignKey(() => RosterEntity, ['rosterId'], ['id'])
export class RosterFileEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  rosterId!: string;

  @Column('text')
  purpose!: string;

  @Column('text')
  name!: string;

  @Column('text')
  sha256!: string;

  @Column('bigint')
  sizeBytes!: string;

  @Column('text')
  state!: string;

  @Column('int', { default: 0 })
  rowsRead!: number;

  @Column('int', { default: 0 })
  rowsValid!: number;

  @Column('int', { default: 0 })
  rowsWarning!: number;

  @Column('int', { default: 0 })
  rowsInvalid!: number;

  @Column('int', { default: 0 })
  rowsDuplicate!: number;

  @Column('jsonb', { nullable: true })
  problem!: unknown;

  /** What was told of the file as a whole. */
  @Column('jsonb', { default: [] })
  notes!: unknown;

  @Column('uuid')
  uploadedBy!: string;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
