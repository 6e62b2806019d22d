import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PeriodEntity } from '../periods/period.entity.js';

/** What one tier tells the next about a period; built from facts and sealed by its hash. */
@Entity('report')
@Unique('uq_report', ['periodId', 'tier', 'territoryCode'])
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
export class ReportEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('text')
  tier!: string;

  @Column('text')
  territoryCode!: string;

  @Column('jsonb')
  content!: unknown;

  @Column('text')
  contentHash!: string;

  @Column('timestamptz')
  builtAt!: Date;
}
