import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { PeriodEntity } from '../periods/period.entity.js';

/** One movement of money between accounts; append-only, its key makes a repeat find the first. */
@Entity('ledger_transaction')
@Index('ix_ledger_transaction_city', ['periodId', 'cityCode'])
@Index('ix_ledger_transaction_allocation', ['periodId'], { where: `kind = 'allocation'` })
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
