import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A family over all periods, as the newest list that names it has it. Hashes are keyed; the code that people say is made of the id (`family_code`). */
@Entity('family')
@Unique('uq_family_nik', ['nikHash'])
@Index('ix_family_kk', ['kkHash'])
@Index('ix_family_account', ['accountHash'])
@Index('ix_family_place', ['territoryCode', 'id'])
export class FamilyEntity {
  @PrimaryColumn('bigint')
  id!: string;

  /** Of the head: who is known by it is this family and no other. */
  @Column('bytea')
  nikHash!: Buffer;

  @Column('text', { nullable: true })
  nikTail!: string | null;

  @Column('bytea', { nullable: true })
  kkHash!: Buffer | null;

  @Column('bytea', { nullable: true })
  accountHash!: Buffer | null;

  /** The kelurahan, or the city where a list says no kelurahan. */
  @Column('text')
  territoryCode!: string;

  @Column('timestamptz')
  since!: Date;
}
