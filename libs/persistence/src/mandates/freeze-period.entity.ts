import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** Days on which named actions stand still in a territory: elections, audits. It is ended, never deleted. */
@Entity('freeze_period')
@Check('freeze_period_dates', 'valid_from <= valid_to')
@Check('freeze_period_actions', 'cardinality(actions) > 0')
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
}
