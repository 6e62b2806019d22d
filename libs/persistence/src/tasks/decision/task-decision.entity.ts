import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { TaskEntity } from '../task.entity.js';

/** The one decision of a task; append-only. */
@Entity('task_decision')
@ForeignKey(() => TaskEntity, ['taskId'], ['id'])
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
@ForeignKey(() => OfficerEntity, ['actedForId'], ['id'])
@Index('ix_task_decision_officer', ['officerId', 'decidedAt'])
@Index('ix_task_decision_artefact', ['artefactHash'])
export class TaskDecisionEntity {
  @PrimaryColumn('uuid')
  taskId!: string;

  @Column('uuid')
  officerId!: string;

  /** Who delegated the task and stays accountable; null when the officer acted for nobody else. */
  @Column('uuid', { nullable: true })
  actedForId!: string | null;

  @Column('uuid')
  appointmentId!: string;

  @Column('uuid', { nullable: true })
  mandateId!: string | null;

  @Column('text')
  outcome!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  returnTo!: string | null;

  @Column('text')
  artefactHash!: string;

  @Column('jsonb', { default: {} })
  details!: unknown;

  @Column('timestamptz')
  decidedAt!: Date;
}
