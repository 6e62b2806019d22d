import { Check, Column, Entity, ForeignKey, Generated, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PaymentOrderEntity } from '../order/payment-order.entity.js';

/** A file from the bank, applied once however often it arrives, or refused whole with its reason. */
@Entity('bank_file')
@Unique('uq_bank_file', ['orderId', 'kind', 'sha256'])
@Unique('uq_bank_file_number', ['number'])
@Check('bank_file_refused', `(state = 'refused') = (refusal_code is not null)`)
@ForeignKey(() => PaymentOrderEntity, ['orderId'], ['id'])
export class BankFileEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Null where no order of ours could be told from it. */
  @Column('uuid', { nullable: true })
  orderId!: string | null;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  sha256!: string;

  @Column('int')
  rows!: number;

  @Column('jsonb')
  summary!: unknown;

  @Column('timestamptz')
  appliedAt!: Date;

  /** In the order in which files were taken in. */
  @Column('bigint')
  @Generated('increment')
  number!: string;

  /** applied, refused */
  @Column('text')
  state!: string;

  /** Which sending of the order it answers, from 1. */
  @Column('int')
  attempt!: number;

  /** When the bank says that it wrote it; answers are weighed in this order, whenever they arrive. */
  @Column('timestamptz')
  saidAt!: Date;

  @Column('text', { nullable: true })
  refusalCode!: string | null;

  @Column('jsonb', { nullable: true })
  refusalDetails!: unknown;
}
