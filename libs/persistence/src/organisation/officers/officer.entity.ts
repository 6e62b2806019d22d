import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A person who signs in. The password is an argon2id hash; empty until the account is activated. */
@Entity('officer')
@Index('ix_officer_name', ['fullName', 'id'])
@Index('ix_officer_household', ['householdHash'], { where: 'household_hash is not null' })
export class OfficerEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  username!: string;

  @Column('text')
  fullName!: string;

  @Column('text')
  passwordHash!: string;

  @Column('text', { default: 'id' })
  language!: string;

  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;

  /** The keyed hash of the family card, as on a roster: nobody decides on their own household. */
  @Column('bytea', { nullable: true })
  householdHash!: Buffer | null;

  /** A made-up person of a sandbox, whose password is published. */
  @Column('boolean', { default: false })
  isDemo!: boolean;
}
