import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ComplaintEntity } from './complaint.entity.js';

/** A photo or paper beside a complaint, sealed. */
@Entity('complaint_paper')
@Unique('uq_complaint_paper', ['complaintId', 'sha256'])
@ForeignKey(() => ComplaintEntity, ['complaintId'], ['id'])
export class ComplaintPaperEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  complaintId!: string;

  @Column('text')
  mediaType!: string;

  @Column('text')
  sha256!: string;

  @Column('int')
  sizeBytes!: number;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  addedAt!: Date;
}
