import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PaymentOrderEntity } from '../order/payment-order.entity.js';

/** The return of untouched money of one order to the treasury: number 0 at the deadline, others of chosen families. */
@Entity('treasury_return')
@Unique('uq_treasury_return_number', ['orderId', 'number'])
@ForeignKey(() => PaymentOrderEntity, ['orderId'], ['id'])
export class TreasuryReturnEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  orderId!: string;

  @Column('int', { default: 0 })
  number!: number;

  @Column('text')
  state!: string;

  @Column('int')
  families!: number;

  @Column('bigint')
  heldRupiah!: string;

  @Column('text')
  listHash!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  instructedAt!: Date | null;
}
