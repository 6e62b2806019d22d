import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PaymentOrderEntity } from '../order/payment-order.entity.js';

/** A receipt of the treasury (NTPN) for money of an order; the bank's last word on the same receipt counts. */
@Entity('treasury_deposit')
@Check('treasury_deposit_positive', 'amount_rupiah > 0')
@ForeignKey(() => PaymentOrderEntity, ['orderId'], ['id'])
export class TreasuryDepositEntity {
  @PrimaryColumn('uuid')
  orderId!: string;

  /** Of which return of the order: 0 for the one at the deadline. */
  @PrimaryColumn('int', { default: 0 })
  returnNumber!: number;

  @PrimaryColumn('text')
  ntpn!: string;

  @Column('text')
  ntb!: string;

  @Column('bigint')
  amountRupiah!: string;

  @Column('date')
  depositedOn!: string;

  @Column('timestamptz')
  notedAt!: Date;
}
