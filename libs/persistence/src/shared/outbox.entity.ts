import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What Temporal still has to be told, in order; written in the transaction that made it true. */
@Entity('outbox')
@Index('ix_outbox_waiting', ['id'], { where: 'delivered_at is null' })
export class OutboxEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  workflowId!: string;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  payload!: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;
}
