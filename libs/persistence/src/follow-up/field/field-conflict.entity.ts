import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { FollowUpCaseEntity } from '../follow-up-case.entity.js';

/** The second version of a visit that another had recorded first; kept whatever is decided about it. */
@Entity('field_conflict')
@Index('ix_field_conflict_case', ['caseId'])
@Index('ix_field_conflict_place', ['kelurahanCode', 'madeAt', 'id'])
@Check('field_conflict_state', `state in ('open', 'kept', 'recorded', 'theirs')`)
@Check('field_conflict_settled', `(state = 'open') = (settled_at is null)`)
@ForeignKey(() => FollowUpCaseEntity, ['caseId'], ['id'], { name: 'fk_field_conflict_case' })
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_field_conflict_officer' })
export class FieldConflictEntity {
  /** That of the operation. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_conflict' })
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Column('text')
  kelurahanCode!: string;

  @Column('uuid')
  officerId!: string;

  /** The visit's task as the phone knew it: whoever decided it wrote the first version. */
  @Column('uuid')
  taskId!: string;

  @Column('jsonb')
  mine!: unknown;

  @Column('text')
  decides!: string;

  @Column('boolean')
  restricted!: boolean;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('text', { default: 'open' })
  state!: string;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
