import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ComplaintEntity } from '../../complaints/complaint.entity.js';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { BankFileEntity } from '../bank/bank-file.entity.js';
import { PaymentOrderEntity } from '../order/payment-order.entity.js';

/** A difference between what was ordered and what the bank says, with an owner and a deadline. */
@Entity('reconciliation_break')
@Index('uq_open_break', ['orderId', 'endToEndId', 'type'], { unique: true, where: `state = 'open'` })
@Index('ix_break_complaint', ['complaintId'], { where: 'complaint_id is not null' })
@ForeignKey(() => PaymentOrderEntity, ['orderId'], ['id'])
@ForeignKey(() => BankFileEntity, ['openedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['proposedBy'], ['id'])
@ForeignKey(() => ComplaintEntity, ['complaintId'], ['id'])
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

  /** The file that showed it; null where it is the bank's silence. */
  @Column('uuid', { nullable: true })
  openedBy!: string | null;

  @Column('uuid', { nullable: true })
  settledBy!: string | null;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  /** The bank's own reason, where it gave one. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The bank's words that differ: `[{answer, amountRupiah}]`. */
  @Column('jsonb', { nullable: true })
  said!: unknown;

  /** What is proposed, and once settled by people, what was decided. */
  @Column('text', { nullable: true })
  resolution!: string | null;

  @Column('text', { nullable: true })
  explanation!: string | null;

  @Column('uuid', { nullable: true })
  proposedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;

  @Column('int', { nullable: true })
  proposedRound!: number | null;

  /** The round of two signatures that settled it; null where a file did. */
  @Column('int', { nullable: true })
  settledRound!: number | null;

  /** The complaint in which the family said so. */
  @Column('uuid', { nullable: true })
  complaintId!: string | null;
}
