import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** An officer's account at an identity provider. Names there are given to others later; a subject is not. */
@Entity('officer_identity')
@Index('uq_officer_identity_subject', ['issuer', 'subject'], { unique: true, where: 'ended_at is null' })
@Index('uq_officer_identity_officer', ['officerId', 'issuer'], { unique: true, where: 'ended_at is null' })
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
export class OfficerIdentityEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  officerId!: string;

  @Column('text')
  issuer!: string;

  /** As the provider knows them (`sub`). */
  @Column('text')
  subject!: string;

  @Column('timestamptz', { default: () => 'now()' })
  linkedAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  usedAt!: Date;

  /** With a reset of the account: another account at the provider may take its place. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
