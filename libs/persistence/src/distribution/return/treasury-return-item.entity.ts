import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EntitlementEntity } from '../../money/entitlement.entity.js';
import { TreasuryReturnEntity } from './treasury-return.entity.js';

/** A family's money on the list of a return that is not the deadline's. */
@Entity('treasury_return_item')
@ForeignKey(() => TreasuryReturnEntity, ['returnId'], ['id'], { name: 'fk_treasury_return_item_return' })
@ForeignKey(() => EntitlementEntity, ['entitlementId'], ['id'], { name: 'fk_treasury_return_item_entitlement' })
export class TreasuryReturnItemEntity {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_treasury_return_item' })
  entitlementId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_treasury_return_item' })
  returnId!: string;
}
