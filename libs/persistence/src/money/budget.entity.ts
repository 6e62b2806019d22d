import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { ProposalColumns } from '../shared/proposals.js';

/** One revision of the budget (DIPA) of a programme and year: proposed by one person, in force when another confirms it. */
@Entity('budget')
@Unique('uq_budget_revision', ['programme', 'year', 'revision'])
@Index('uq_budget_in_force', ['programme', 'year'], { unique: true, where: `state = 'in_force'` })
@Index('uq_budget_proposed', ['programme', 'year'], { unique: true, where: `state = 'proposed'` })
@Check('budget_positive', 'amount_rupiah > 0')
@Check('budget_state', `state in ('proposed', 'in_force', 'superseded', 'refused', 'withdrawn')`)
@Check(
  'budget_four_eyes',
  `state not in ('in_force', 'superseded', 'refused') or (decided_by is not null and decided_by <> proposed_by)`,
)
@ForeignKey(() => OfficerEntity, ['proposedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['decidedBy'], ['id'])
export class BudgetEntity extends ProposalColumns {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  programme!: string;

  @Column('int')
  year!: number;

  @Column('int')
  revision!: number;

  @Column('text')
  dipaNumber!: string;

  @Column('date')
  dipaOn!: string;

  @Column('bigint')
  amountRupiah!: string;
}
