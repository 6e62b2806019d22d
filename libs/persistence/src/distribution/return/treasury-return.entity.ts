import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import { PaymentOrderEntity } from '../order/payment-order.entity.js';

/** The return of untouched money of one order to the treasury, with its receipt number (NTPN). */
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

  @Column('int', { nullable: true })
  returnedFamilies!: number | null;

  @Column('bigint', { nullable: true })
  depositedRupiah!: string | null;

  @Column('date', { nullable: true })
  depositedOn!: string | null;

  @Column('text', { nullable: true })
  ntpn!: string | null;

  @Column('text', { nullable: true })
  ntb!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  instructedAt!: Date | null;
}
