import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TaskEntity } from '../tasks/task.entity.js';
import { HandoverEntity } from './handover.entity.js';
import { OfficeDelegationEntity } from './office-delegation.entity.js';

/** One thing of a pack, and what became of it. */
@Entity('handover_item')
@Index('ix_handover_item', ['handoverId', 'id'])
@Check('handover_item_kind', "kind in ('held', 'forwarded', 'accountable', 'delegation')")
@Check('handover_item_state', "state in ('offered', 'accepted', 'refused', 'stayed', 'dropped')")
@Check('handover_item_about', '(task_id is null) <> (delegation_id is null)')
@Check('handover_item_settled', "(state = 'offered') = (settled_at is null)")
@ForeignKey(() => HandoverEntity, ['handoverId'], ['id'], { name: 'fk_handover_item_handover' })
@ForeignKey(() => TaskEntity, ['taskId'], ['id'], { name: 'fk_handover_item_task' })
@ForeignKey(() => OfficeDelegationEntity, ['delegationId'], ['id'], { name: 'fk_handover_item_delegation' })
export class HandoverItemEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_handover_item',
  })
  id!: string;

  @Column('uuid')
  handoverId!: string;

  @Column('text')
  kind!: string;

  @Column('uuid', { nullable: true })
  taskId!: string | null;

  @Column('uuid', { nullable: true })
  delegationId!: string | null;

  @Column('text', { default: 'offered' })
  state!: string;

  /** Why it stayed with the giver. */
  @Column('jsonb', { default: [] })
  refusals!: unknown;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
