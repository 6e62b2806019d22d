import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { FamilyEntity } from '../families/family.entity.js';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** A complaint: what was said is sealed, who must answer and by when is not. */
@Entity('complaint')
@Unique('uq_complaint_number', ['number'])
@Unique('uq_complaint_submission', ['submissionKey'])
@Index('ix_complaint_due', ['dueOn', 'id'])
@Index('ix_complaint_family', ['familyId'], { where: 'family_id is not null' })
@Index('ix_complaint_merged', ['mergedInto'], { where: 'merged_into is not null' })
@Check(
  'complaint_state',
  `state in ('received', 'in_work', 'waiting', 'proposed', 'answered', 'appealed', 'final', 'decided', 'merged')`,
)
@Check('complaint_merged', `(state = 'merged') = (merged_into is not null)`)
@Check(
  'complaint_waiting',
  `(state = 'waiting') = (waiting_for is not null and waiting_since is not null and waiting_until is not null)`,
)
@Check(
  'complaint_answered',
  `state not in ('proposed', 'answered', 'appealed', 'final', 'decided') or (outcome is not null and answer_sealed is not null and proposed_by is not null)`,
)
@Check(
  'complaint_four_eyes',
  `not is_restricted or state not in ('answered', 'appealed', 'final', 'decided') or (answered_by is not null and answered_by <> proposed_by)`,
)
@Check(
  'complaint_appeal',
  `state <> 'decided' or (decided_by is not null and decided_by <> answered_by and decided_by <> proposed_by)`,
)
@ForeignKey(() => FamilyEntity, ['familyId'], ['id'])
@ForeignKey(() => ComplaintEntity, ['mergedInto'], ['id'])
@ForeignKey(() => OfficerEntity, ['receivedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['proposedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['answeredBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['decidedBy'], ['id'])
export class ComplaintEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  number!: string;

  /** Of whoever sent it: the same once more finds the first. */
  @Column('uuid')
  submissionKey!: string;

  @Column('text')
  territoryCode!: string;

  @Column('text')
  kind!: string;

  @Column('boolean')
  isRestricted!: boolean;

  @Column('text')
  channel!: string;

  @Column('text')
  state!: string;

  /** The office that owes the answer now. */
  @Column('text')
  office!: string;

  @Column('date')
  dueOn!: string;

  /** What was said, and by whom. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('bigint', { nullable: true })
  familyId!: string | null;

  @Column('timestamptz')
  receivedAt!: Date;

  @Column('uuid', { nullable: true })
  receivedBy!: string | null;

  @Column('text', { nullable: true })
  waitingFor!: string | null;

  @Column('date', { nullable: true })
  waitingSince!: string | null;

  @Column('date', { nullable: true })
  waitingUntil!: string | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('bytea', { nullable: true })
  answerSealed!: Buffer | null;

  @Column('uuid', { nullable: true })
  proposedBy!: string | null;

  @Column('uuid', { nullable: true })
  answeredBy!: string | null;

  @Column('date', { nullable: true })
  appealUntil!: string | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('uuid', { nullable: true })
  mergedInto!: string | null;
}
