import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** A way back into an account whose password or second factor is lost: asked for by one person, confirmed by another. */
@Entity('account_reset')
@Index('uq_account_reset_open', ['officerId'], { unique: true, where: `state in ('proposed', 'confirmed')` })
@Index('ix_account_reset_officer', ['officerId', 'proposedAt'])
@Index('ix_account_reset_waiting', ['dueOn'], { where: `state = 'proposed'` })
@Check('account_reset_lost', `lost in ('password', 'second_factor', 'both')`)
@Check(
  'account_reset_state',
  `state in ('proposed', 'confirmed', 'used', 'refused', 'withdrawn', 'objected', 'lapsed')`,
)
@Check('account_reset_others', 'proposed_by <> officer_id')
@Check(
  'account_reset_four_eyes',
  `state not in ('confirmed', 'used', 'refused')
    or (decided_by is not null and decided_by <> proposed_by and decided_by <> officer_id)`,
)
@Check('account_reset_used', `(state = 'used') = (used_at is not null)`)
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
@ForeignKey(() => OfficerEntity, ['proposedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['decidedBy'], ['id'])
export class AccountResetEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  officerId!: string;

  @Column('text')
  lost!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  state!: string;

  /** By when a second person decides; then it lapses. */
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

  /** When the officer set a password by the code of the letter. */
  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
