import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { OutreachPlaceEntity } from './outreach-place.entity.js';

/** A meeting for the families of a kelurahan. Its plan may change until it is held or cancelled; then it stays. */
@Entity('outreach_session')
@Index('ix_outreach_session_day', ['onDay', 'id'])
@Index('ix_outreach_session_place', ['kelurahanCode', 'onDay'])
@Index('ix_outreach_session_campaign', ['campaignId'])
@Check('outreach_session_state', `state in ('planned', 'held', 'cancelled')`)
@Check('outreach_session_time', `starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`)
@Check('outreach_session_ended', `(state <> 'planned') = (ended_by is not null and ended_at is not null)`)
@Check(
  'outreach_session_report',
  `(state = 'held') = (others is not null and report_sealed is not null) and others >= 0`,
)
@Check('outreach_session_reason', `(state = 'cancelled') = (reason is not null)`)
@ForeignKey(() => OutreachPlaceEntity, ['campaignId', 'kelurahanCode'], ['campaignId', 'kelurahanCode'])
@ForeignKey(() => OfficerEntity, ['plannedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['endedBy'], ['id'])
export class OutreachSessionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  campaignId!: string;

  @Column('text')
  kelurahanCode!: string;

  @Column('date')
  onDay!: string;

  /** Hours and minutes in Jakarta. */
  @Column('text')
  startsAt!: string;

  @Column('text')
  place!: string;

  @Column('text')
  speaker!: string;

  /** What is handed out or shown, by title. */
  @Column('text')
  materials!: string;

  @Column('text')
  state!: string;

  /** Grows with every change of the plan. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid')
  plannedBy!: string;

  @Column('timestamptz')
  plannedAt!: Date;

  /** People who came and stand on no list. */
  @Column('integer', { nullable: true })
  others!: number | null;

  @Column('bytea', { nullable: true })
  reportSealed!: Buffer | null;

  /** Why it was cancelled. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
