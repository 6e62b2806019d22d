import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { MailEntity } from './mail.entity.js';

/** One thing told to one officer; `key` makes a repeat find the first. No personal data. */
@Entity('notification')
@Unique('uq_notification', ['officerId', 'key'])
@Index('ix_notification_officer', ['officerId', 'id'])
@Index('ix_notification_unread', ['officerId', 'id'], { where: 'read_at is null' })
@Index('ix_notification_mail', ['mailId'], { where: 'mail_id is not null' })
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_notification_officer' })
@ForeignKey(() => TaskEntity, ['taskId'], ['id'], { name: 'fk_notification_task' })
@ForeignKey(() => MailEntity, ['mailId'], ['id'], { name: 'fk_notification_mail' })
export class NotificationEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_notification',
  })
  id!: string;

  @Column('uuid')
  officerId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  key!: string;

  /** The task it is about, if any. */
  @Column('uuid', { nullable: true })
  taskId!: string | null;

  /** Codes, counts and dates that fill the sentence. */
  @Column('jsonb', { default: {} })
  details!: unknown;

  @Column('timestamptz')
  occurredAt!: Date;

  @Column('timestamptz', { nullable: true })
  readAt!: Date | null;

  /** The mail that carries it; null while there is none, and for whoever wants none. */
  @Column('uuid', { nullable: true })
  mailId!: string | null;
}
