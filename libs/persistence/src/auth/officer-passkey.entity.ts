import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** A passkey of an officer (WebAuthn): the public half of a key that never leaves their device. */
@Entity('officer_passkey')
@Unique('uq_officer_passkey', ['credentialId'])
@Index('ix_officer_passkey_officer', ['officerId'])
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
export class OfficerPasskeyEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  officerId!: string;

  /** As the device names it, base64url. */
  @Column('text')
  credentialId!: string;

  /** COSE. */
  @Column('bytea')
  publicKey!: Buffer;

  /** How often the device says it has signed; 0 of those that don't count. */
  @Column('bigint')
  counter!: string;

  @Column('text', { array: true, default: {} })
  transports!: string[];

  /** As the officer calls it. */
  @Column('text')
  name!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
