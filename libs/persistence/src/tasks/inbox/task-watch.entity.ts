import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { TaskEntity } from '../task.entity.js';

/** A task that an officer keeps an eye on. */
@Entity('task_watch')
@ForeignKey(() => TaskEntity, ['taskId'], ['id'], { name: 'fk_task_watch_task' })
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_task_watch_officer' })
export class TaskWatchEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_task_watch' })
  officerId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_task_watch' })
  taskId!: string;

  @Column('timestamptz')
  since!: Date;
}
