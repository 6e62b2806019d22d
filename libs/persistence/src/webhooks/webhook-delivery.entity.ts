import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { WebhookEndpointEntity } from './webhook-endpoint.entity.js';
import { WebhookFactEntity } from './webhook-fact.entity.js';

/** A fact on its way to an endpoint; its id is the one that the receiver sees, at each repeat the same. Times are real time. */
@Entity('webhook_delivery')
@Unique('uq_webhook_delivery', ['factId', 'endpointId'])
@Index('ix_webhook_delivery_due', ['endpointId', 'nextAttemptAt'], { where: "state = 'pending'" })
@Index('ix_webhook_delivery_tried', ['endpointId', 'nextAttemptAt'], {
  where: "state = 'pending' and (tries > 0 or is_urgent)",
})
@Index('ix_webhook_delivery_list', ['createdAt', 'id'])
@Index('ix_webhook_delivery_endpoint', ['endpointId', 'createdAt', 'id'])
@Check('webhook_delivery_state', "state in ('pending', 'delivered', 'given_up', 'dropped')")
@Check('webhook_delivery_closed', "(state = 'pending') = (closed_at is null)")
@ForeignKey(() => WebhookFactEntity, ['factId'], ['id'])
@ForeignKey(() => WebhookEndpointEntity, ['endpointId'], ['id'])
export class WebhookDeliveryEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  factId!: string;

  @Column('uuid')
  endpointId!: string;

  @Column('text', { default: 'pending' })
  state!: string;

  /** Attempts since it was first due, or since somebody asked for it by hand: pauses grow with them. */
  @Column('integer', { default: 0 })
  tries!: number;

  /** Somebody waits for its answer: it goes although the receiver was away. */
  @Column('boolean', { default: false })
  isUrgent!: boolean;

  /** While it is being sent: when another worker takes its outcome for unknown and sends it again. */
  @Column('timestamptz', { default: () => 'now()' })
  nextAttemptAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
