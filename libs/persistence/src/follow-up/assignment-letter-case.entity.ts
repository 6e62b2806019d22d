import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AssignmentLetterEntity } from './assignment-letter.entity.js';
import { FollowUpCaseEntity } from './follow-up-case.entity.js';

/** A case to which a letter sends somebody. */
@Entity('assignment_letter_case')
@ForeignKey(() => AssignmentLetterEntity, ['letterId'], ['id'], { name: 'fk_assignment_letter_case_letter' })
@ForeignKey(() => FollowUpCaseEntity, ['caseId'], ['id'], { name: 'fk_assignment_letter_case_case' })
export class AssignmentLetterCaseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_assignment_letter_case' })
  letterId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_assignment_letter_case' })
  caseId!: string;
}
