import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PeriodEntity } from './period.entity.js';

/** The quota of one city in a period. */
@Entity('allocation')
@Unique('uq_allocation', ['periodId', 'cityCode'])
@Check('allocation_adds_up', 'amount_rupiah = quota_families * rupiah_per_family')
@Check('allocation_positive', 'quota_families >= 0 and rupiah_per_family > 0')
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
export class AllocationEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('int')
  quotaFamilies!: number;

  @Column('bigint')
  rupiahPerFamily!: string;

  @Column('bigint')
  amountRupiah!: string;
}
