import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OfficeEntity } from '../../organisation/offices/office.entity.js';

/** A number that an office has given: one for each paper, in order and without a gap within a year. */
@Entity('document_number')
@Unique('uq_document_number_subject', ['kind', 'subjectId'])
@ForeignKey(() => OfficeEntity, ['officeId'], ['id'])
export class DocumentNumberEntity {
  @PrimaryColumn('uuid')
  officeId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('int')
  year!: number;

  @PrimaryColumn('int')
  number!: number;

  @Column('text')
  written!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('timestamptz')
  givenAt!: Date;
}
