import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { ApprovalRequestEntity } from './approval-request.entity.js';

/** What one officer said to one artefact, in whichever office they sit; append-only. */
@Entity('approval_vote')
@Unique('uq_approval_vote', ['requestId', 'officerId', 'artefactHash'])
@ForeignKey(() => ApprovalRequestEntity, ['requestId'], ['id'], { name: 'fk_approval_vote_request' })
@ForeignKey(() => TaskEntity, ['taskId'], ['id'], { name: 'fk_approval_vote_task' })
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_approval_vote_officer' })
@ForeignKey(() => OfficerEntity, ['actedForId'], ['id'], { name: 'fk_approval_vote_acted_for' })
export class ApprovalVoteEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_approval_vote',
  })
  id!: string;

  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  taskId!: string;

  @Column('uuid')
  officerId!: string;

  /** Who delegated the task and stays accountable. */
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

  @Column('text')
  artefactHash!: string;

  @Column('timestamptz')
  votedAt!: Date;
}
