import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { FollowUpCaseEntity } from './follow-up-case.entity.js';

/** What the outcome of a case sets going outside Amanah; a named officer follows it until it ends. */
@Entity('case_request')
@Unique('uq_case_request', ['caseId', 'kind'])
@Index('ix_case_request_open', ['dueOn', 'id'], { where: `state = 'open'` })
@Index('ix_case_request_place', ['periodId', 'kelurahanCode', 'dueOn', 'id'])
@Check(
  'case_request_kind',
  `kind in ('recard', 'unblock', 'fix_account', 'check_balance', 'proxy', 'change_head', 'replace', 'freeze', 'unfreeze')`,
)
@Check('case_request_state', `state in ('open', 'done', 'refused', 'overtaken', 'lapsed')`)
@Check(
  'case_request_ended',
  `(state = 'open') = (ended_at is null) and (state in ('done', 'refused')) = (ended_by is not null) and (state in ('done', 'refused')) = (note is not null)`,
)
@ForeignKey(() => FollowUpCaseEntity, ['caseId'], ['id'], { name: 'fk_case_request_case' })
@ForeignKey(() => OfficerEntity, ['ownerId'], ['id'], { name: 'fk_case_request_owner' })
@ForeignKey(() => OfficerEntity, ['endedBy'], ['id'], { name: 'fk_case_request_ended_by' })
export class CaseRequestEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_case_request' })
  id!: string;

  @Column('uuid')
  caseId!: string;

  @Column('text')
  kind!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('text')
  kelurahanCode!: string;

  @Column('uuid')
  ownerId!: string;

  @Column('date')
  dueOn!: string;

  @Column('text')
  state!: string;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
