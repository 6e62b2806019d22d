import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** A signed-in session or a bearer token; only the hash of its secret is kept. */
@Entity('session')
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
@Index('ix_session_officer', ['officerId', 'startedAt'])
export class SessionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('bytea', { unique: true })
  tokenHash!: Buffer;

  @Column('uuid')
  officerId!: string;

  @Column('text')
  kind!: string;

  /** Until when it lives unless it is used again. */
  @Column('timestamptz')
  expiresAt!: Date;

  /** Until when it lives however much it is used. */
  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  startedAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  usedAt!: Date;

  /** Where it was begun, and by which browser or program: its officer knows it by these. */
  @Column('text')
  address!: string;

  @Column('text')
  client!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** When whoever uses it last proved with their second factor that it is them. */
  @Column('timestamptz', { nullable: true })
  provedAt!: Date | null;
}
