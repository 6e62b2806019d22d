import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** Days on which named actions stand still in a territory: elections, audits. It is ended, never deleted. */
@Entity('freeze_period')
@Check('freeze_period_dates', 'valid_from <= valid_to')
@Check('freeze_period_actions', 'cardinality(actions) > 0')
@Check(
  'freeze_period_ended_by_two',
  'ended_at is null or (end_proposed_by is not null and end_proposed_by <> ended_by)',
)
@ForeignKey(() => OfficerEntity, ['endProposedBy'], ['id'], { name: 'fk_freeze_period_end_proposed_by' })
@ForeignKey(() => OfficerEntity, ['createdBy'], ['id'], { name: 'fk_freeze_period_created_by' })
@ForeignKey(() => OfficerEntity, ['endedBy'], ['id'], { name: 'fk_freeze_period_ended_by' })
export class FreezePeriodEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_freeze_period' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  territoryCode!: string;

  /** Kinds of tasks, or `mandate.offer`. */
  @Column('text', { array: true })
  actions!: string[];

  @Column('date')
  validFrom!: string;

  @Column('date')
  validTo!: string;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Whoever speaks first; the second officer ends it. */
  @Column('uuid', { nullable: true })
  endProposedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endProposedAt!: Date | null;
}
