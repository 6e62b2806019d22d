import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { EntitlementEntity } from '../money/entitlement.entity.js';

/** A credited family that did not transact: what was found and what the city decided. */
@Entity('follow_up_case')
@Index('ix_case_desk', ['deskWorkflowId', 'state'])
@Index('ix_case_open', ['periodId', 'cityCode', 'kelurahanCode', 'finding', 'restricted', 'amountRupiah'], {
  where: `state in ('to_visit', 'to_decide')`,
})
@Index('ix_case_place', ['periodId', 'kelurahanCode', 'deadlineOn', 'id'])
@Check(
  'follow_up_case_money_decided',
  `(outcome is null) = (money_decided is null) and money_decided in ('keep', 'return')`,
)
@Check(
  'follow_up_case_closed',
  `(closed_at is null) = (closed_money is null) and closed_money in ('used', 'returned') and (closed_at is null or state in ('decided', 'used', 'lapsed'))`,
)
@ForeignKey(() => EntitlementEntity, ['entitlementId'], ['id'])
export class FollowUpCaseEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('bigint', { unique: true })
  entitlementId!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('text')
  kelurahanCode!: string;

  @Column('text')
  kpmCode!: string;

  @Column('text', { nullable: true })
  rtRw!: string | null;

  @Column('bigint')
  amountRupiah!: string;

  @Column('text')
  deskWorkflowId!: string;

  @Column('text')
  state!: string;

  @Column('int', { default: 1 })
  round!: number;

  @Column('text', { nullable: true })
  finding!: string | null;

  @Column('text', { nullable: true })
  findingNote!: string | null;

  @Column('uuid', { nullable: true })
  foundBy!: string | null;

  @Column('timestamptz', { nullable: true })
  foundAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('date')
  deadlineOn!: string;

  /** The office that decides on what was found; null before. */
  @Column('text', { nullable: true })
  decides!: string | null;

  /** Only who decides reads what was found. */
  @Column('boolean', { default: false })
  restricted!: boolean;

  /** What was decided for the money: keep or return. What became of it is the entitlement's to say. */
  @Column('text', { nullable: true })
  moneyDecided!: string | null;

  /** When the ledger confirmed what has become of the money: used or returned. */
  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  closedMoney!: string | null;
}
