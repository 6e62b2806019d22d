import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PeriodEntity } from '../period/period.entity.js';

/** A slice of delegated power: who may do what, where, until when and up to how much (UU 30/2014). */
@Entity('mandate')
@Unique('uq_mandate', ['periodId', 'territoryCode', 'granteeOfficeId'])
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
export class MandateEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('uuid')
  periodId!: string;

  @Column('uuid')
  grantorOfficeId!: string;

  @Column('uuid')
  granteeOfficeId!: string;

  @Column('text')
  territoryCode!: string;

  @Column('text', { array: true })
  powers!: string[];

  @Column('int')
  ceilingFamilies!: number;

  @Column('bigint')
  ceilingRupiah!: string;

  @Column('date')
  validFrom!: string;

  @Column('date')
  validTo!: string;

  @Column('text')
  state!: string;
}
