import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';
import { CheckListEntryEntity } from '../check-lists/check-list-entry.entity.js';
import { RosterRowEntity } from '../roster-row.entity.js';
import { RosterEntity } from '../roster.entity.js';

/** A question about one family of a list that was sent, and how two people answered it. Nothing of it is deleted. */
@Entity('family_doubt')
@Unique('uq_family_doubt', ['rosterRowId', 'kind', 'basis'])
@Index('ix_family_doubt_roster', ['rosterId', 'id'])
@Index('ix_family_doubt_entry', ['checkEntryId'])
@Check('family_doubt_kind', `kind in ('identity', 'listed', 'excluded', 'unused')`)
@Check('family_doubt_decision', `decision in ('cleared', 'excluded', 'unresolved')`)
@Check(
  'family_doubt_proposed',
  `(decision is null) = (proposed_by is null) and (decision is null) = (proposed_round is null)`,
)
@Check('family_doubt_settled', `settled_at is null or decision is not null`)
@Check('family_doubt_entry', `(kind = 'listed') = (check_entry_id is not null)`)
@Check('family_doubt_reentry', `kind <> 'excluded' or decision is distinct from 'cleared'`)
@Check('family_doubt_unused_months', `(kind = 'unused') = (unused_months is not null)`)
@Check('family_doubt_unused', `kind <> 'unused' or decision is distinct from 'excluded'`)
@Check('family_doubt_void', `void_at is null or settled_at is null`)
@ForeignKey(() => RosterEntity, ['rosterId'], ['id'])
@ForeignKey(() => RosterRowEntity, ['rosterRowId'], ['id'])
@ForeignKey(() => OfficerEntity, ['proposedBy'], ['id'])
@ForeignKey(() => CheckListEntryEntity, ['checkEntryId'], ['id'])
export class FamilyDoubtEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  rosterId!: string;

  @Column('bigint')
  rosterRowId!: string;

  @Column('text')
  kind!: string;

  /** What raised it, in a code: the civil registry's answer, or the kind of the list. */
  @Column('text')
  basis!: string;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('text', { nullable: true })
  decision!: string | null;

  @Column('text', { nullable: true })
  explanation!: string | null;

  @Column('uuid', { nullable: true })
  proposedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;

  @Column('int', { nullable: true })
  proposedRound!: number | null;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  /** Who stands on which list, where that is the question. */
  @Column('bigint', { nullable: true })
  checkEntryId!: string | null;

  /** The list was withdrawn before anybody settled it. */
  @Column('timestamptz', { nullable: true })
  voidAt!: Date | null;

  /** For how many months in a row its aid lay unused, where that is the question. */
  @Column('int', { nullable: true })
  unusedMonths!: number | null;
}
