import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { EntitlementEntity } from '../../money/entitlement.entity.js';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { PaymentOrderEntity } from '../order/payment-order.entity.js';

/** What is to be done about a payment that failed, as it was put down in one round; the newest counts until the round is over. */
@Entity('payment_repair')
@Unique('uq_payment_repair', ['entitlementId', 'round'])
@Check('payment_repair_action', `action in ('send_again', 'new_account', 'by_post', 'give_up')`)
@Check('payment_repair_account', `(action = 'new_account') = (payee_sealed is not null and account_hash is not null)`)
@ForeignKey(() => PaymentOrderEntity, ['orderId'], ['id'])
@ForeignKey(() => EntitlementEntity, ['entitlementId'], ['id'])
@ForeignKey(() => OfficerEntity, ['decidedBy'], ['id'])
export class PaymentRepairEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  orderId!: string;

  @Column('bigint')
  entitlementId!: string;

  @Column('int')
  round!: number;

  @Column('text')
  action!: string;

  /** The person with the new account. */
  @Column('bytea', { nullable: true })
  payeeSealed!: Buffer | null;

  @Column('bytea', { nullable: true })
  accountHash!: Buffer | null;

  @Column('text')
  explanation!: string;

  @Column('uuid')
  decidedBy!: string;

  @Column('timestamptz')
  decidedAt!: Date;
}
