import { Column, Entity, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** A signed-in session or a bearer token; only the hash of its secret is kept. */
@Entity('session')
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
export class SessionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('bytea', { unique: true })
  tokenHash!: Buffer;

  @Column('uuid')
  officerId!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
