import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import { DecreeEntity } from '../decree/decree.entity.js';

/** An order to a bank or the post office to credit families. */
@Entity('payment_order')
@ForeignKey(() => DecreeEntity, ['decreeId'], ['id'])
export class PaymentOrderEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('uuid', { unique: true })
  decreeId!: string;

  @Column('text', { unique: true })
  messageId!: string;

  @Column('int')
  families!: number;

  @Column('bigint')
  amountRupiah!: string;

  @Column('text')
  listHash!: string;

  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  spmNumber!: string | null;

  @Column('text', { nullable: true })
  sp2dNumber!: string | null;

  @Column('date', { nullable: true })
  executionOn!: string | null;

  @Column('text', { nullable: true })
  fileSha256!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  /** Which sending this is, from 1: an order that the bank refuses is sent again under another message id. */
  @Column('int', { default: 1 })
  attempt!: number;

  /** The bank's reason for the last refusal of the whole order. */
  @Column('text', { nullable: true })
  refusalCode!: string | null;

  /** The round in which breaks are being settled, from 1. */
  @Column('int', { default: 1 })
  breakRound!: number;
}
