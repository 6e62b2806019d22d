import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import { PeriodEntity } from '../periods/period.entity.js';

/** One movement of money between accounts; append-only, its key makes a repeat find the first. */
@Entity('ledger_transaction')
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
export class LedgerTransactionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  key!: string;

  @Column('text')
  kind!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('timestamptz')
  postedAt!: Date;
}
