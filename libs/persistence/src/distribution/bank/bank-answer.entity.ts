import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One line of a bank's file as it was said, kept: what a family's money stands on. Without a foreign key: lines and their
 * file are written in one transaction and never removed, and a check of each line costs as much as writing it.
 */
@Entity('bank_answer')
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
