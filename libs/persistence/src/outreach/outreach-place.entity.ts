import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OutreachCampaignEntity } from './outreach-campaign.entity.js';

/** A kelurahan of a campaign, and what was known of it when it was chosen; never rewritten. */
@Entity('outreach_place')
@ForeignKey(() => OutreachCampaignEntity, ['campaignId'], ['id'])
export class OutreachPlaceEntity {
  @PrimaryColumn('uuid')
  campaignId!: string;

  @PrimaryColumn('text')
  kelurahanCode!: string;

  @Column('integer')
  credited!: number;

  @Column('integer')
  notTransacted!: number;

  /** Cases with a finding that were over, and those of them that a session could mend. */
  @Column('integer')
  found!: number;

  @Column('integer')
  mendable!: number;
}
