import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import { PaymentOrderEntity } from '../order/payment-order.entity.js';

/** The return of untouched money of one order to the treasury. */
@Entity('treasury_return')
@ForeignKey(() => PaymentOrderEntity, ['orderId'], ['id'])
export class TreasuryReturnEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { unique: true })
  orderId!: string;

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
