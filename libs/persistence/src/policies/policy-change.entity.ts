import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { ProposalColumns } from '../shared/proposals.js';

/** Another value of a rule from a day on: proposed by one person from a paper, in the rules when another confirms it. */
@Entity('policy_change')
@Index('uq_policy_change_proposed', ['programme', 'key'], { unique: true, where: `state = 'proposed'` })
@Check('policy_change_state', `state in ('proposed', 'adopted', 'refused', 'withdrawn')`)
@Check(
  'policy_change_four_eyes',
  `state not in ('adopted', 'refused') or (decided_by is not null and decided_by <> proposed_by)`,
)
@ForeignKey(() => OfficerEntity, ['proposedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['decidedBy'], ['id'])
export class PolicyChangeEntity extends ProposalColumns {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  key!: string;

  @Column('jsonb')
  value!: unknown;

  @Column('date')
  effectiveFrom!: string;

  @Column('text')
  source!: string;

  @Column('boolean')
  verified!: boolean;
}
