import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { EntitlementEntity } from '../money/entitlement.entity.js';
import { SpotCheckEntity } from './spot-check.entity.js';

/** A family of a sample, or one of those kept behind it in case somebody cannot be reached. */
@Entity('spot_check_family')
@Unique('uq_spot_check_family', ['spotCheckId', 'entitlementId'])
@Unique('uq_spot_check_position', ['spotCheckId', 'stratumCode', 'position'])
@Unique('uq_spot_check_replaces', ['replacesId'])
@Index('ix_spot_check_family', ['spotCheckId', 'id'])
@ForeignKey(() => SpotCheckEntity, ['spotCheckId'], ['id'])
@ForeignKey(() => EntitlementEntity, ['entitlementId'], ['id'])
@ForeignKey(() => SpotCheckFamilyEntity, ['replacesId'], ['id'])
export class SpotCheckFamilyEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  spotCheckId!: string;

  @Column('text')
  stratumCode!: string;

  @Column('bigint')
  entitlementId!: string;

  @Column('text')
  kelurahanCode!: string;

  /** In the order of the draw within its stratum, from 1. */
  @Column('integer')
  position!: number;

  @Column('boolean')
  isDrawn!: boolean;

  /** The family in whose place it is visited. */
  @Column('bigint', { nullable: true })
  replacesId!: string | null;
}
