import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** An officer's authenticator app (TOTP, RFC 6238), and codes for the day on which it is lost. */
@Entity('officer_second_factor')
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
export class OfficerSecondFactorEntity {
  @PrimaryColumn('uuid')
  officerId!: string;

  @Column('bytea')
  secretSealed!: Buffer;

  /** When a first code proved that the app has the secret; until then it counts for nothing. */
  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  /** The last time step whose code was taken: a code lets in once. */
  @Column('bigint', { default: 0 })
  lastStep!: string;

  /** Hashes of the recovery codes that are left. */
  @Column('bytea', { array: true, default: {} })
  recoveryHashes!: Buffer[];

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
