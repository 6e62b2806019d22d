import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { LedgerTransactionEntity } from './ledger-transaction.entity.js';

/** One side of a movement in one territory; the postings of a transaction sum to zero. */
@Entity('posting')
@Index('ix_posting_transaction', ['transactionId'])
@ForeignKey(() => LedgerTransactionEntity, ['transactionId'], ['id'])
export class PostingEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  transactionId!: string;

  @Column('text')
  account!: string;

  @Column('text')
  territoryCode!: string;

  @Column('int')
  families!: number;

  @Column('bigint')
  amountRupiah!: string;
}
