import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A batch of the audit trail, closed: its tree's root and leaves, chained to the seal before it; append-only. */
@Entity('audit_seal')
@Check('audit_seal_leaves', 'entries > 0 and octet_length(leaves) = 32 * entries and first_id <= last_id')
export class AuditSealEntity {
  @PrimaryColumn('bigint')
  number!: string;

  @Column('bigint')
  firstId!: string;

  @Column('bigint', { unique: true })
  lastId!: string;

  @Column('int')
  entries!: number;

  /** The hash of every entry, side by side, so that the entry that was changed can be named. */
  @Column('bytea')
  leaves!: Buffer;

  @Column('bytea')
  root!: Buffer;

  @Column('bytea')
  previous!: Buffer;

  @Column('bytea')
  hash!: Buffer;

  @Column('text', { nullable: true })
  signature!: string | null;

  @Column('timestamptz')
  sealedAt!: Date;
}
