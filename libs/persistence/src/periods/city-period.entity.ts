import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { MandateEntity } from '../mandates/mandate.entity.js';
import { PeriodEntity } from './period.entity.js';

/** A period as one city runs it under its mandate. */
@Entity('city_period')
@Unique('uq_city_period', ['periodId', 'cityCode'])
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
@ForeignKey(() => MandateEntity, ['mandateId'], ['id'])
export class CityPeriodEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('uuid')
  mandateId!: string;

  @Column('text')
  state!: string;
}
