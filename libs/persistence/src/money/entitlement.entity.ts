import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { DecreeEntity } from '../distribution/decree/decree.entity.js';
import { RosterRowEntity } from '../rosters/roster-row.entity.js';

/** One family's money in one period, from decree to treasury. */
@Entity('entitlement')
@Index('uq_one_live_payment', ['periodId', 'purpose', 'nikHash'], { unique: true, where: 'live' })
@Index('uq_entitlement_row', ['decreeId', 'rosterRowId'], { unique: true, where: 'reissues_id is null' })
@Index('ix_entitlement_place', ['periodId', 'kelurahanCode'])
@Index('ix_entitlement_order', ['orderId'])
@Check('entitlement_positive', 'amount_rupiah > 0')
@ForeignKey(() => DecreeEntity, ['decreeId'], ['id'])
@Unique('uq_entitlement_reissues', ['reissuesId'])
@ForeignKey(() => RosterRowEntity, ['rosterRowId'], ['id'])
@ForeignKey(() => EntitlementEntity, ['reissuesId'], ['id'])
export class EntitlementEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('uuid')
  decreeId!: string;

  @Column('bigint')
  rosterRowId!: string;

  @Column('text')
  kpmCode!: string;

  @Column('text')
  kelurahanCode!: string;

  @Column('text')
  purpose!: string;

  @Column('bytea')
  nikHash!: Buffer;

  @Column('bytea', { nullable: true })
  accountHash!: Buffer | null;

  @Column('bigint')
  amountRupiah!: string;

  @Column('text')
  state!: string;

  /** False once the payment failed for good; beside the state, so that other moves touch no index. */
  @Column('boolean', { default: true })
  live!: boolean;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  orderId!: string | null;

  @Column('text', { unique: true })
  endToEndId!: string;

  @Column('date', { nullable: true })
  creditedOn!: string | null;

  @Column('date', { nullable: true })
  transactedOn!: string | null;

  /** Number of the last bank file that two people had before them when they settled its breaks. */
  @Column('bigint', { nullable: true })
  settledFile!: string | null;

  /** What they decided on the credit: credited, failed. Later answers are held against it. */
  @Column('text', { nullable: true })
  settledAs!: string | null;

  /** The failed payment whose place it takes. */
  @Column('bigint', { nullable: true })
  reissuesId!: string | null;

  /** The person with another account than on the roster; null where the account is the roster's. */
  @Column('bytea', { nullable: true })
  payeeSealed!: Buffer | null;
}
