import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ServiceAreaEntity } from '../service/service-area.entity.js';
import { DecreeEntity } from '../decree/decree.entity.js';

/** An order to a bank or the post office to credit families. */
@Entity('payment_order')
@Index('uq_payment_order_of_decree', ['decreeId', 'channel'], { unique: true, where: 'reissues_id is null' })
@Unique('uq_payment_order_reissue', ['reissuesId', 'reissuesRound', 'channel'])
@Check('payment_order_channel', `channel in ('card', 'post')`)
@ForeignKey(() => DecreeEntity, ['decreeId'], ['id'])
@ForeignKey(() => PaymentOrderEntity, ['reissuesId'], ['id'])
@ForeignKey(() => ServiceAreaEntity, ['areaId'], ['id'])
export class PaymentOrderEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('uuid')
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

  /** The order whose failed payments this one makes again, and in which round of repairs it was made; null for a decree's own. */
  @Column('uuid', { nullable: true })
  reissuesId!: string | null;

  @Column('int', { nullable: true })
  reissuesRound!: number | null;

  /** How many orders a payment may have gone through by now: 1 for a decree's own. */
  @Column('int', { default: 1 })
  generation!: number;

  /** The round in which its failed payments are being repaired, from 1. */
  @Column('int', { default: 1 })
  repairRound!: number;

  /** Into accounts, or in cash at the post office. */
  @Column('text')
  channel!: string;

  /** By which it is paid; null where the programme's rules say. */
  @Column('uuid', { nullable: true })
  areaId!: string | null;
}
