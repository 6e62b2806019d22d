import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { TaskEntity } from '../task.entity.js';

/** What happened to a task, in order: who, what, why, to whom; append-only. */
@Entity('task_event')
@Index('ix_task_event_task', ['taskId', 'id'])
@ForeignKey(() => TaskEntity, ['taskId'], ['id'])
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
export class TaskEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  taskId!: string;

  @Column('text')
  event!: string;

  /** Null for what the workflow or the calendar did. */
  @Column('uuid', { nullable: true })
  officerId!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Whom it went to, until when, from which day to which. */
  @Column('jsonb', { default: {} })
  details!: unknown;

  @Column('timestamptz')
  occurredAt!: Date;
}
