import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PeriodEntity } from './period.entity.js';

/** Where a city stands in each stage. */
@Entity('stage_progress')
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
export class StageProgressEntity {
  @PrimaryColumn('uuid')
  periodId!: string;

  @PrimaryColumn('text')
  cityCode!: string;

  @PrimaryColumn('text')
  stage!: string;

  @Column('text')
  state!: string;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('date', { nullable: true })
  dueOn!: string | null;
}
