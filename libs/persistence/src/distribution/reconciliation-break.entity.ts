import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { BankFileEntity } from './bank-file.entity.js';
import { PaymentOrderEntity } from './payment-order.entity.js';

/** A difference between what was ordered and what the bank says, with an owner and a deadline. */
@Entity('reconciliation_break')
@Unique('uq_break', ['orderId', 'endToEndId', 'type'])
@ForeignKey(() => PaymentOrderEntity, ['orderId'], ['id'])
@ForeignKey(() => BankFileEntity, ['openedBy'], ['id'])
export class BreakEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  orderId!: string;

  @Column('bigint', { nullable: true })
  entitlementId!: string | null;

  @Column('text')
  endToEndId!: string;

  @Column('text')
  type!: string;

  @Column('bigint', { nullable: true })
  expectedRupiah!: string | null;

  @Column('bigint', { nullable: true })
  foundRupiah!: string | null;

  @Column('text')
  owner!: string;

  @Column('date')
  dueOn!: string;

  @Column('text')
  state!: string;

  @Column('uuid')
  openedBy!: string;

  @Column('uuid', { nullable: true })
  settledBy!: string | null;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
