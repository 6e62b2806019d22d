import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** A pack of everything an officer has in hand, offered to a colleague; one at a time. */
@Entity('handover')
@Index('uq_handover_open', ['fromOfficerId'], { unique: true, where: 'closed_at is null' })
@Index('ix_handover_from', ['fromOfficerId', 'offeredAt'])
@Index('ix_handover_to', ['toOfficerId', 'offeredAt'])
@Check('handover_state', "state in ('offered', 'answered', 'refused', 'withdrawn')")
@Check('handover_closed', "(state = 'offered') = (closed_at is null)")
@Check('handover_other', 'to_officer_id <> from_officer_id')
@ForeignKey(() => OfficerEntity, ['fromOfficerId'], ['id'], { name: 'fk_handover_from' })
@ForeignKey(() => OfficerEntity, ['toOfficerId'], ['id'], { name: 'fk_handover_to' })
@ForeignKey(() => OfficerEntity, ['offeredBy'], ['id'], { name: 'fk_handover_offered_by' })
export class HandoverEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_handover' })
  id!: string;

  @Column('uuid')
  fromOfficerId!: string;

  @Column('uuid')
  toOfficerId!: string;

  /** The giver, or the office above for an officer who is absent. */
  @Column('uuid')
  offeredBy!: string;

  @Column('text')
  reason!: string;

  @Column('text', { default: 'offered' })
  state!: string;

  @Column('text', { nullable: true })
  answerReason!: string | null;

  /** After this day the office above is reminded; nothing moves by itself. */
  @Column('date')
  dueOn!: string;

  @Column('timestamptz', { nullable: true })
  remindedAt!: Date | null;

  @Column('timestamptz')
  offeredAt!: Date;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
