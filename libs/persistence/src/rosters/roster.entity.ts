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

  @Column('timestamptz')
  createdAt!: Date;
}
