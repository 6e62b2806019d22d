import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { MandateEntity } from './mandate.entity.js';

/** What happened to a mandate; append-only. */
@Entity('mandate_event')
@Unique('uq_mandate_event', ['mandateId', 'event', 'occurredAt'])
@ForeignKey(() => MandateEntity, ['mandateId'], ['id'])
export class MandateEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  mandateId!: string;

  @Column('text')
  event!: string;

  @Column('uuid', { nullable: true })
  officerId!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  occurredAt!: Date;
}
