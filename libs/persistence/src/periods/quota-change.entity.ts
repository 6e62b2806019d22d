import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { PeriodEntity } from './period.entity.js';

/** A paper that changes the quotas of a period after its allocation stood. What it says never changes. */
@Entity('quota_change')
@Index('ix_quota_change_period', ['periodId', 'proposedAt', 'id'])
@Check('quota_change_state', `state in ('proposed', 'applied', 'refused', 'lapsed')`)
@Check('quota_change_ended', `(state = 'proposed') = (ended_at is null)`)
@Check('quota_change_lapsed', `(state = 'lapsed') = (lapsed_for is not null)`)
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
@ForeignKey(() => OfficerEntity, ['proposedBy'], ['id'])
export class QuotaChangeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  ground!: string;

  /** Number of the letter that asks for it, where there is one. */
  @Column('text', { nullable: true })
  paper!: string | null;

  @Column('text')
  state!: string;

  @Column('uuid')
  proposedBy!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Why it was no longer possible when both had signed: refusals, each with its code and city. */
  @Column('jsonb', { nullable: true })
  lapsedFor!: unknown;
}

/** What a change does to one city. */
@Entity('quota_change_line')
@Check('quota_change_line_moves', 'delta_families <> 0')
@Check('quota_change_line_adds_up', 'after_families = before_families + delta_families')
@Check('quota_change_line_whole', '(before_families is null) = (after_families is null)')
@ForeignKey(() => QuotaChangeEntity, ['changeId'], ['id'])
export class QuotaChangeLineEntity {
  @PrimaryColumn('uuid')
  changeId!: string;

  @PrimaryColumn('text')
  cityCode!: string;

  @Column('int')
  deltaFamilies!: number;

  /** Of the whole period, as the allocation had it when the change was proposed. */
  @Column('bigint')
  rupiahPerFamily!: string;

  /** The quota that the change met and the one it left; null until it is applied. */
  @Column('int', { nullable: true })
  beforeFamilies!: number | null;

  @Column('int', { nullable: true })
  afterFamilies!: number | null;
}
