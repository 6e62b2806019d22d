import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../officers/officer.entity.js';

/** Days on which an officer is away. A leave that is cancelled stays in the record. */
@Entity('officer_leave')
@Check('officer_leave_kind', "kind in ('annual', 'sick', 'duty', 'other')")
@Check('officer_leave_dates', 'first_day <= last_day')
@Check('officer_leave_cancelled', '(cancelled_at is null) = (cancelled_by is null)')
@Exclusion(
  'one_leave',
  'USING gist (officer_id WITH =, daterange(first_day, last_day + 1) WITH &&) WHERE (cancelled_at is null)',
)
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_officer_leave_officer' })
@ForeignKey(() => OfficerEntity, ['createdBy'], ['id'], { name: 'fk_officer_leave_created_by' })
@ForeignKey(() => OfficerEntity, ['cancelledBy'], ['id'], { name: 'fk_officer_leave_cancelled_by' })
export class OfficerLeaveEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_officer_leave' })
  id!: string;

  @Column('uuid')
  officerId!: string;

  @Column('text')
  kind!: string;

  @Column('date')
  firstDay!: string;

  @Column('date')
  lastDay!: string;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  cancelledBy!: string | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;
}
