import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FieldLeaseEntity } from './field-lease.entity.js';

/** What a phone sent and what became of it, under the id that the phone gave it: the same again finds this. Never rewritten. */
@Entity('field_operation')
@Index('ix_field_operation_lease', ['leaseId', 'receivedAt'])
@Check('field_operation_result', `result in ('recorded', 'conflict')`)
@ForeignKey(() => FieldLeaseEntity, ['leaseId'], ['id'], { name: 'fk_field_operation_lease' })
export class FieldOperationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_operation' })
  id!: string;

  @Column('uuid')
  leaseId!: string;

  @Column('uuid')
  officerId!: string;

  @Column('uuid')
  caseId!: string;

  @Column('uuid')
  taskId!: string;

  @Column('text')
  contentHash!: string;

  @Column('text')
  result!: string;

  /** By the phone's clock. */
  @Column('timestamptz')
  writtenAt!: Date;

  @Column('timestamptz')
  sentAt!: Date;

  /** By the server's. */
  @Column('timestamptz')
  receivedAt!: Date;
}
