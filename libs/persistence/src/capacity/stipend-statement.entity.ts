import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { StipendLine } from '#domain';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { ProposalColumns } from '../shared/proposals.js';

/** What the TKSK of a city are paid for a month: proposed by one person, approved by another. */
@Entity('stipend_statement')
@Unique('uq_stipend_statement', ['cityCode', 'month', 'programme', 'version'])
@Index('uq_stipend_statement_proposed', ['cityCode', 'month', 'programme'], {
  unique: true,
  where: `state = 'proposed'`,
})
@Check('stipend_statement_month', `month ~ '^\\d{4}-(0[1-9]|1[0-2])$'`)
@Check('stipend_statement_state', `state in ('proposed', 'approved', 'refused', 'withdrawn')`)
@Check(
  'stipend_statement_four_eyes',
  `state not in ('approved', 'refused') or (decided_by is not null and decided_by <> proposed_by)`,
)
@ForeignKey(() => OfficerEntity, ['proposedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['decidedBy'], ['id'])
export class StipendStatementEntity extends ProposalColumns {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  programme!: string;

  @Column('text')
  cityCode!: string;

  /** Such as `2023-05`. */
  @Column('text')
  month!: string;

  /** From 1; a correction is a version of its own. */
  @Column('int')
  version!: number;

  @Column('bigint')
  monthRupiah!: string;

  @Column('bigint')
  visitRupiah!: string;

  @Column('jsonb')
  lines!: StipendLine[];

  @Column('bigint')
  totalRupiah!: string;

  /** Of rates and lines: what two persons have seen is what is paid. */
  @Column('text')
  contentHash!: string;
}
