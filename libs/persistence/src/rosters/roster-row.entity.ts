import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { RosterFileEntity } from './roster-file.entity.js';

/** One family on one version of the list. Personal data is sealed; what lists need is beside it. */
@Entity('roster_row')
@Unique('uq_roster_row', ['rosterFileId', 'sheet', 'rowNumber'])
@Index('ix_roster_row_kelurahan', ['rosterId', 'kelurahanCode', 'id'])
@Index('ix_roster_row_nik', ['rosterId', 'nikHash'])
@Index('ix_roster_row_problem', ['rosterId', 'state', 'id'], { where: "state in ('invalid', 'duplicate')" })
@ForeignKey(() => RosterFileEntity, ['rosterFileId'], ['id'])
export class RosterRowEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  rosterId!: string;

  @Column('uuid')
  rosterFileId!: string;

  @Column('int')
  rowNumber!: number;

  /** The sheet of a workbook; blank for a CSV. */
  @Column('text', { default: '' })
  sheet!: string;

  @Column('text', { nullable: true })
  kpmCode!: string | null;

  @Column('text', { nullable: true })
  kelurahanCode!: string | null;

  @Column('text', { nullable: true })
  rtRw!: string | null;

  @Column('bytea', { nullable: true })
  nikHash!: Buffer | null;

  @Column('text', { nullable: true })
  nikTail!: string | null;

  @Column('bytea', { nullable: true })
  kkHash!: Buffer | null;

  @Column('bytea', { nullable: true })
  accountHash!: Buffer | null;

  /** Digest of all cells, seeded anew for each file: the same row twice in a file has it twice. */
  @Column('int', { nullable: true })
  rowDigest!: number | null;

  @Column('bytea')
  sealed!: Buffer;

  @Column('text')
  state!: string;

  @Column('jsonb', { default: [] })
  findings!: unknown;

  @Column('text', { nullable: true })
  matchResult!: string | null;

  @Column('text', { nullable: true })
  verdict!: string | null;

  @Column('text', { nullable: true })
  verdictReason!: string | null;

  @Column('uuid', { nullable: true })
  verdictBy!: string | null;

  @Column('timestamptz', { nullable: true })
  verdictAt!: Date | null;
}
