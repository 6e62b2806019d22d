import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A person who signs in. The password is an argon2id hash. */
@Entity('officer')
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
}
