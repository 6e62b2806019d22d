import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { EntitlementEntity } from '../money/entitlement.entity.js';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { OutreachSessionEntity } from './outreach-session.entity.js';

/** A family on the attendance list of a session, and whether somebody of it came. */
@Entity('outreach_invitation')
@Unique('uq_outreach_invitation', ['sessionId', 'entitlementId'])
@Check('outreach_invitation_attendance', `attendance in ('present', 'represented', 'absent')`)
@Check('outreach_invitation_noted', `num_nonnulls(attendance, noted_by, noted_at) in (0, 3)`)
@ForeignKey(() => OutreachSessionEntity, ['sessionId'], ['id'])
@ForeignKey(() => EntitlementEntity, ['entitlementId'], ['id'])
@ForeignKey(() => OfficerEntity, ['notedBy'], ['id'])
export class OutreachInvitationEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('bigint')
  entitlementId!: string;

  /** Came without an invitation and was put on the list. */
  @Column('boolean')
  isAdded!: boolean;

  @Column('text', { nullable: true })
  attendance!: string | null;

  @Column('uuid', { nullable: true })
  notedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  notedAt!: Date | null;
}
