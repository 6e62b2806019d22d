import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { PolicyVersionEntity } from '../policies/policy-version.entity.js';

/** One payment period of a programme, with the policy version it started with. */
@Entity('period')
@Unique('uq_period', ['programme', 'code'])
@ForeignKey(() => PolicyVersionEntity, ['policyVersionId'], ['id'])
@ForeignKey(() => OfficerEntity, ['createdBy'], ['id'])
export class PeriodEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  code!: string;

  @Column('text', { array: true })
  months!: string[];

  @Column('text')
  channel!: string;

  @Column('uuid')
  policyVersionId!: string;

  @Column('text')
  state!: string;

  @Column('date')
  openedOn!: string;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
