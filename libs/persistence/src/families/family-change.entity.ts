import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { ComplaintEntity } from '../complaints/complaint.entity.js';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { FamilyPaperEntity } from './family-paper.entity.js';
import { FamilyEntity } from './family.entity.js';

/** A change of a family's record: proposed by one person with its paper, confirmed or refused by another. */
@Entity('family_change')
@Index('uq_family_change_proposed', ['familyId', 'field'], { unique: true, where: `state = 'proposed'` })
@Index('ix_family_change_family', ['familyId', 'proposedAt'])
@Index('ix_family_change_waiting', ['dueOn', 'id'], { where: `state = 'proposed'` })
@Index('ix_family_change_head', ['newNikHash'], { where: `state = 'confirmed' and new_nik_hash is not null` })
@Index('ix_family_change_complaint', ['complaintId'], { where: 'complaint_id is not null' })
@Check('family_change_source', 'paper_id is not null or complaint_id is not null')
@Check('family_change_field', `field in ('name', 'address', 'phone', 'head', 'reentry')`)
@Check('family_change_head', `(field = 'head') = (new_nik_hash is not null)`)
@Check('family_change_state', `state in ('proposed', 'confirmed', 'refused', 'withdrawn', 'lapsed')`)
@Check(
  'family_change_four_eyes',
  `state not in ('confirmed', 'refused') or (decided_by is not null and decided_by <> proposed_by)`,
)
@ForeignKey(() => FamilyEntity, ['familyId'], ['id'])
@ForeignKey(() => FamilyPaperEntity, ['paperId'], ['id'])
@ForeignKey(() => ComplaintEntity, ['complaintId'], ['id'])
@ForeignKey(() => OfficerEntity, ['proposedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['decidedBy'], ['id'])
export class FamilyChangeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('bigint')
  familyId!: string;

  /** Where the family lived when it was proposed: whose offices decide. */
  @Column('text')
  territoryCode!: string;

  @Column('text')
  field!: string;

  /** What was said before, and what is said instead. */
  @Column('bytea')
  sealed!: Buffer;

  /** Of the sealed content: who confirms names what they have read. */
  @Column('text')
  contentHash!: string;

  @Column('bytea', { nullable: true })
  newNikHash!: Buffer | null;

  @Column('text')
  reason!: string;

  /** What speaks for it; null where a complaint does. */
  @Column('uuid', { nullable: true })
  paperId!: string | null;

  /** The complaint whose answer set it going. */
  @Column('uuid', { nullable: true })
  complaintId!: string | null;

  @Column('text')
  state!: string;

  @Column('date')
  dueOn!: string;

  @Column('uuid')
  proposedBy!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;
}
