import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { PeriodEntity } from '../periods/period.entity.js';

/** Outreach in kelurahan that a city chose by what the records of a period say; closed once. */
@Entity('outreach_campaign')
@Index('ix_outreach_campaign', ['plannedAt', 'id'])
@Check('outreach_campaign_topic', `topic in ('pin', 'card', 'payment', 'rights', 'use_of_aid')`)
@Check('outreach_campaign_state', `state in ('open', 'closed')`)
@Check('outreach_campaign_closed', `(state = 'closed') = (closed_by is not null and closed_at is not null)`)
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
@ForeignKey(() => OfficerEntity, ['plannedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['closedBy'], ['id'])
export class OutreachCampaignEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('text')
  topic!: string;

  /** What the campaign is to bring about, in the office's words. */
  @Column('text')
  purpose!: string;

  @Column('text')
  state!: string;

  @Column('uuid')
  plannedBy!: string;

  @Column('timestamptz')
  plannedAt!: Date;

  @Column('uuid', { nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
