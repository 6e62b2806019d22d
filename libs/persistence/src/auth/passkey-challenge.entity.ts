import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** What a device is asked to sign; taken by the first answer, right or wrong. */
@Entity('passkey_challenge')
@Check('passkey_challenge_purpose', `purpose in ('register', 'sign-in', 'proof')`)
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
export class PasskeyChallengeEntity {
  @PrimaryColumn('uuid')
  officerId!: string;

  @PrimaryColumn('text')
  purpose!: string;

  @Column('text')
  challenge!: string;

  @Column('timestamptz')
  expiresAt!: Date;
}
