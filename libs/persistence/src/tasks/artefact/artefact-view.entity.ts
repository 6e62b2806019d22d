import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';

/** What an officer saw of an artefact last, and what they had seen before it changed. */
@Entity('artefact_view')
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_artefact_view_officer' })
export class ArtefactViewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_artefact_view' })
  officerId!: string;

  /** The same through all versions of an artefact. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_artefact_view' })
  subjectKey!: string;

  @Column('text')
  subjectId!: string;

  @Column('text')
  artefactHash!: string;

  /** Its lines by key: codes and figures, no person. */
  @Column('jsonb')
  digest!: unknown;

  @Column('timestamptz')
  seenAt!: Date;

  /** The same of the version before this one; null where this one was the first. */
  @Column('jsonb', { nullable: true })
  earlier!: unknown;
}
