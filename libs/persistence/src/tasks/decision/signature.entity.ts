import { Column, Entity, Exclusion, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';

/** Who signed in which capacity of a chain: the officer, and who delegated the task to them. Nobody signs one chain in two capacities (four-eyes). */
@Entity('signature')
@Exclusion('four_eyes', 'USING gist (chain_key WITH =, officer_id WITH =, capacity WITH <>)')
@Unique('uq_signature_task', ['taskId', 'officerId'])
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
export class SignatureEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  chainKey!: string;

  @Column('uuid')
  officerId!: string;

  @Column('text')
  capacity!: string;

  @Column('uuid', { nullable: true })
  taskId!: string | null;

  @Column('timestamptz')
  signedAt!: Date;
}
