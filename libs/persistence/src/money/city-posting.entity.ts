import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { PeriodEntity } from '../periods/period.entity.js';
import { LedgerTransactionEntity } from './ledger-transaction.entity.js';

/** What one movement did to an account of its whole city: the sum of its postings, written with them. */
@Entity('city_posting')
@Index('ix_city_posting_figures', ['periodId', 'cityCode', 'account', 'postedOn', 'families', 'amountRupiah'])
@ForeignKey(() => LedgerTransactionEntity, ['transactionId'], ['id'])
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
export class CityPostingEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  transactionId!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('text')
  account!: string;

  @Column('int')
  families!: number;

  @Column('bigint')
  amountRupiah!: string;

  /** The day in Jakarta. */
  @Column('date')
  postedOn!: string;
}
