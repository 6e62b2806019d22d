import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { WebhookDeliveryEntity } from './webhook-delivery.entity.js';

/** One attempt at a delivery, and what was answered: a status with the first words, or the code of what kept it from arriving. */
@Entity('webhook_attempt')
@Index('ix_webhook_attempt_delivery', ['deliveryId', 'id'])
@Check('webhook_attempt_answer', '(status is null) <> (failure is null)')
@ForeignKey(() => WebhookDeliveryEntity, ['deliveryId'], ['id'])
export class WebhookAttemptEntity {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id!: string;

  @Column('uuid')
  deliveryId!: string;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('integer')
  durationMs!: number;

  @Column('integer', { nullable: true })
  status!: number | null;

  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('text')
  answer!: string;
}
