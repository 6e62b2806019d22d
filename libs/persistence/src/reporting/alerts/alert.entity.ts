import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { PeriodEntity } from '../../periods/period.entity.js';
import { AlertRuleEntity } from './alert-rule.entity.js';

/** A place at which a rule is reached; it ends by itself once it is not any more, its rule has ended, or its period is closed. */
@Entity('alert')
@Index('uq_alert_open', ['ruleId', 'periodId', 'territoryCode'], { unique: true, where: 'ended_on is null' })
@Index('ix_alert_place', ['territoryCode', 'id'], { where: 'ended_on is null' })
@Check('alert_value', 'value >= 0 and of_total >= 0')
@ForeignKey(() => AlertRuleEntity, ['ruleId'], ['id'])
@ForeignKey(() => PeriodEntity, ['periodId'], ['id'])
export class AlertEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  ruleId!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  territoryCode!: string;

  /** Families, breaks or desks, as of the last look. */
  @Column('integer')
  value!: number;

  @Column('integer')
  ofTotal!: number;

  @Column('date')
  openedOn!: string;

  @Column('date')
  seenOn!: string;

  @Column('date', { nullable: true })
  endedOn!: string | null;
}
