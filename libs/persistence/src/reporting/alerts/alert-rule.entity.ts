import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';

/** What an office wants to hear of. A rule that is edited ends, and another takes its place: what alerts came of stays readable. */
@Entity('alert_rule')
@Index('ix_alert_rule_active', ['territoryCode', 'id'], { where: 'ended_at is null' })
@Check('alert_rule_kind', `kind in ('not_transacted', 'old_breaks', 'late_desks')`)
@Check('alert_rule_level', `level in ('city', 'kecamatan', 'kelurahan')`)
@Check('alert_rule_limit', 'limit_value > 0')
@Check('alert_rule_days', `(kind = 'not_transacted') = (days_left is not null)`)
@Check('alert_rule_ended', '(ended_at is null) = (ended_by is null)')
@ForeignKey(() => OfficerEntity, ['createdBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['endedBy'], ['id'])
export class AlertRuleEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  territoryCode!: string;

  @Column('text')
  level!: string;

  /** Percent, days or desks, by the kind. */
  @Column('integer')
  limitValue!: number;

  @Column('integer', { nullable: true })
  daysLeft!: number | null;

  @Column('text')
  role!: string;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
