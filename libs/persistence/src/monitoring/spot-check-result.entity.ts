import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { SpotCheckFamilyEntity } from './spot-check-family.entity.js';

const ANSWER = `in ('yes', 'no', 'unknown')`;

/** What a visit found. A correction is one more; the last counts, and none is rewritten. */
@Entity('spot_check_result')
@Index('ix_spot_check_result', ['familyId', 'id'])
@Check('spot_check_result_receipt', `receipt in ('received', 'not_received', 'with_issues')`)
@Check('spot_check_result_answers', `used_for_food ${ANSWER} and own_control ${ANSWER} and fair_price ${ANSWER}`)
@Check('spot_check_result_unreached', `unreached in ('away', 'moved', 'died', 'not_found', 'refused', 'unsafe')`)
@Check(
  'spot_check_result_whole',
  `num_nonnulls(receipt, used_for_food, own_control, fair_price) = case when unreached is null then 4 else 0 end`,
)
@ForeignKey(() => SpotCheckFamilyEntity, ['familyId'], ['id'])
@ForeignKey(() => OfficerEntity, ['notedBy'], ['id'])
export class SpotCheckResultEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('bigint')
  familyId!: string;

  @Column('text', { nullable: true })
  receipt!: string | null;

  @Column('text', { nullable: true })
  usedForFood!: string | null;

  @Column('text', { nullable: true })
  ownControl!: string | null;

  @Column('text', { nullable: true })
  fairPrice!: string | null;

  /** Why nobody could be spoken to. */
  @Column('text', { nullable: true })
  unreached!: string | null;

  @Column('bytea', { nullable: true })
  noteSealed!: Buffer | null;

  @Column('date')
  visitedOn!: string;

  @Column('uuid')
  notedBy!: string;

  @Column('timestamptz')
  notedAt!: Date;
}
