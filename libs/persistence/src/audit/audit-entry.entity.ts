import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who did what, when and under which authority; append-only. */
@Entity('audit_entry')
@Index('ix_audit_subject', ['subjectType', 'subjectId', 'id'])
@Index('ix_audit_officer', ['officerId', 'id'])
@Index('ix_audit_action', ['action', 'id'])
@Index('ix_audit_day', { synchronize: false })
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid', { nullable: true })
  officerId!: string | null;

  @Column('text')
  action!: string;

  @Column('text')
  subjectType!: string;

  @Column('text')
  subjectId!: string;

  @Column('text', { nullable: true })
  territoryCode!: string | null;

  @Column('jsonb', { default: {} })
  details!: unknown;

  @Column('text', { nullable: true })
  requestId!: string | null;

  @Column('timestamptz')
  occurredAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;
}
