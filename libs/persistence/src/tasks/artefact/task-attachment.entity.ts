import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { TaskEntity } from '../task.entity.js';

/** A file laid beside a task; append-only, sealed like whatever may show a person. */
@Entity('task_attachment')
@Unique('uq_task_attachment', ['taskId', 'sha256'])
@ForeignKey(() => TaskEntity, ['taskId'], ['id'], { name: 'fk_task_attachment_task' })
@ForeignKey(() => OfficerEntity, ['addedBy'], ['id'], { name: 'fk_task_attachment_added_by' })
export class TaskAttachmentEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_task_attachment' })
  id!: string;

  @Column('uuid')
  taskId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  mediaType!: string;

  @Column('text')
  sha256!: string;

  @Column('int')
  sizeBytes!: number;

  @Column('bytea')
  sealed!: Buffer;

  @Column('uuid')
  addedBy!: string;

  @Column('timestamptz')
  addedAt!: Date;
}
