import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PeriodEntity } from '../periods/period.entity.js';

/** One version of the beneficiary list (BNBA) of a city in a period. */
@Entity('roster')
@Unique('uq_roster_version', ['periodId', 'cityCode', 'version'])
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
export class RosterEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  contentHash!: string | null;

  /** Rounds over what is asked about its families; each is a paper of its own. */
  @Column('int', { default: 1 })
  doubtRound!: number;

  @Column('timestamptz')
  createdAt!: Date;
}
