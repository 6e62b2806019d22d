import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';

/** A sample of the families of a city that were credited in a period; drawn once, closed once. */
@Entity('spot_check')
@Index('uq_spot_check_open', ['periodId', 'cityCode'], { unique: true, where: `state = 'drawn'` })
@Index('ix_spot_check_drawn', ['drawnAt', 'id'])
@Check('spot_check_state', `state in ('drawn', 'closed')`)
@Check('spot_check_closed', `(state = 'closed') = (closed_by is not null and closed_at is not null)`)
@Check('spot_check_precision', 'confidence in (90, 95, 99) and margin between 1 and 20')
@Check('spot_check_size', 'sample between 1 and population')
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
@ForeignKey(() => OfficerEntity, ['drawnBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['closedBy'], ['id'])
export class SpotCheckEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('smallint')
  confidence!: number;

  /** In points. */
  @Column('smallint')
  margin!: number;

  /** With a family's payment it gives the family's place in the order of the draw. */
  @Column('text')
  seed!: string;

  @Column('text')
  state!: string;

  @Column('integer')
  population!: number;

  @Column('integer')
  sample!: number;

  @Column('date')
  closesOn!: string;

  @Column('uuid')
  drawnBy!: string;

  @Column('timestamptz')
  drawnAt!: Date;

  @Column('uuid', { nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
