import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { TaskEntity } from '../tasks/task.entity.js';
import { MandateEntity } from './mandate.entity.js';

/**
 * The ledger of a mandate; append-only. `used` rows carry what was used, by a key that counts once; `granted` carries the
 * ceiling, and an end what was left.
 */
@Entity('mandate_event')
@Unique('uq_mandate_use', ['mandateId', 'event', 'key'])
@Check('mandate_event_positive', 'families >= 0 and amount_rupiah >= 0')
@Check('mandate_use_has_key', "event not in ('used', 'given_back') or key is not null")
@ForeignKey(() => MandateEntity, ['mandateId'], ['id'])
@ForeignKey(() => TaskEntity, ['taskId'], ['id'], { name: 'fk_mandate_event_task' })
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

  @Column('int', { default: 0 })
  families!: number;

  @Column('bigint', { default: '0' })
  amountRupiah!: string;

  @Column('text', { nullable: true })
  key!: string | null;

  /** The task whose decision used it. */
  @Column('uuid', { nullable: true })
  taskId!: string | null;
}
