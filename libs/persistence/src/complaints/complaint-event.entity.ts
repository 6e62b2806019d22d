import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { ComplaintEntity } from './complaint.entity.js';

/** What happened to a complaint; never rewritten. */
@Entity('complaint_event')
@Index('ix_complaint_event', ['complaintId', 'id'])
@ForeignKey(() => ComplaintEntity, ['complaintId'], ['id'])
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
export class ComplaintEventEntity {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id!: string;

  @Column('uuid')
  complaintId!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz')
  occurredAt!: Date;

  /** Nobody where the citizen or the calendar did it. */
  @Column('uuid', { nullable: true })
  officerId!: string | null;

  /** Codes, days and offices. */
  @Column('jsonb')
  details!: Record<string, string>;

  /** What was written beside it. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;
}
