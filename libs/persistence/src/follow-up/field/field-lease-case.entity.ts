import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FollowUpCaseEntity } from '../follow-up-case.entity.js';
import { FieldLeaseEntity } from './field-lease.entity.js';

/** Which cases were downloaded with a lease; a record of whose data left the house. */
@Entity('field_lease_case')
@Index('ix_field_lease_case', ['caseId'])
@ForeignKey(() => FieldLeaseEntity, ['leaseId'], ['id'], { name: 'fk_field_lease_case_lease' })
@ForeignKey(() => FollowUpCaseEntity, ['caseId'], ['id'], { name: 'fk_field_lease_case_case' })
export class FieldLeaseCaseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_lease_case' })
  leaseId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_field_lease_case' })
  caseId!: string;
}
