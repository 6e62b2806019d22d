import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { BankFileEntity } from './bank-file.entity.js';

/** One line of a bank's file as it was said, kept: what a family's money stands on. */
@Entity('bank_answer')
@ForeignKey(() => BankFileEntity, ['fileNumber'], ['number'])
export class BankAnswerEntity {
  @PrimaryColumn('bigint')
  fileNumber!: string;

  @PrimaryColumn('text')
  endToEndId!: string;

  @PrimaryColumn('int')
  line!: number;

  @Column('text')
  answer!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('date', { nullable: true })
  onDate!: string | null;

  @Column('bigint', { nullable: true })
  amountRupiah!: string | null;

  @Column('bigint', { nullable: true })
  withdrawnRupiah!: string | null;

  @Column('bigint', { nullable: true })
  balanceRupiah!: string | null;
}
