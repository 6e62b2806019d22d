import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** A receiver in another system, and the facts of a territory that it waits for. Address and facts stay; another address is another endpoint. */
@Entity('webhook_endpoint')
@Index('ix_webhook_endpoint_open', ['territoryCode'], { where: "state <> 'ended'" })
@Check('webhook_endpoint_state', "state in ('active', 'paused', 'ended')")
@Check('webhook_endpoint_cause', "cause in ('officer', 'failures', 'gone')")
@Check('webhook_endpoint_types', 'cardinality(types) > 0')
@Check('webhook_endpoint_former', '(former_sealed is null) = (former_until is null)')
@ForeignKey(() => OfficerEntity, ['createdBy'], ['id'])
export class WebhookEndpointEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  territoryCode!: string;

  @Column('text')
  name!: string;

  @Column('text')
  url!: string;

  @Column('text', { array: true })
  types!: string[];

  @Column('text', { default: 'active' })
  state!: string;

  /** Who or what brought it into its state. */
  @Column('text', { default: 'officer' })
  cause!: string;

  @Column('bytea')
  secretSealed!: Buffer;

  /** The secret of before, which signs as well until then. Real time. */
  @Column('bytea', { nullable: true })
  formerSealed!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  formerUntil!: Date | null;

  /** Deliveries given up in a row. */
  @Column('integer', { default: 0 })
  givenUp!: number;

  /** Since when nothing at all is taken there. Real time. */
  @Column('timestamptz', { nullable: true })
  awaySince!: Date | null;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
