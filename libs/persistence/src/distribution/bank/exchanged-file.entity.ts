import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PaymentOrderEntity } from '../order/payment-order.entity.js';
import { BankFileEntity } from './bank-file.entity.js';

/** A file as it passed between us and a bank or post office, each time that it did; what became of its content is with `bank_file`. */
@Entity('exchanged_file')
@Unique('uq_exchanged_file', ['direction', 'mailbox', 'name', 'writtenAt'])
@Index('ix_exchanged_file_order', ['orderId'])
@Index('ix_exchanged_file_content', ['fileId'])
@Check('exchanged_file_direction', `direction in ('in', 'out')`)
@Check(
  'exchanged_file_kind',
  `kind in ('order', 'usage_request', 'return_order') = (direction = 'out')
    and (direction = 'out' or kind in ('status', 'usage', 'return', 'unknown'))`,
)
@ForeignKey(() => PaymentOrderEntity, ['orderId'], ['id'], { name: 'fk_exchanged_file_order' })
@ForeignKey(() => BankFileEntity, ['fileId'], ['id'], { name: 'fk_exchanged_file_content' })
export class ExchangedFileEntity {
  /** In the order in which they passed. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** `in` from the bank, `out` to it. */
  @Column('text')
  direction!: string;

  @Column('text')
  name!: string;

  /** The connection on which it passed; null for files of before that are about no order. */
  @Column('text', { nullable: true })
  mailbox!: string | null;

  @Column('text')
  kind!: string;

  /** Null where no order of ours could be told from it. */
  @Column('uuid', { nullable: true })
  orderId!: string | null;

  /** The content as it was taken in; null for what we sent, and for what waits for its order. */
  @Column('uuid', { nullable: true })
  fileId!: string | null;

  /** The content had been taken in before. */
  @Column('boolean', { default: false })
  isRepeat!: boolean;

  @Column('text', { nullable: true })
  sha256!: string | null;

  /** How many families a file of ours names; null where it names none. */
  @Column('int', { nullable: true })
  rows!: number | null;

  @Column('timestamptz')
  passedAt!: Date;

  /** As the outbox of the bank dates it: the same name at another time is another file. */
  @Column('timestamptz', { nullable: true })
  writtenAt!: Date | null;
}
