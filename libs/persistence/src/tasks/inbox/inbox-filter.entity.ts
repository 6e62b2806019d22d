import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficeEntity } from '../../organisation/offices/office.entity.js';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';

/** A filter of the inbox under a name: one's own, or shared with an office. */
@Entity('inbox_filter')
@Unique('uq_inbox_filter', ['officerId', 'name'])
@Index('ix_inbox_filter_office', ['officeId'], { where: 'office_id is not null' })
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_inbox_filter_officer' })
@ForeignKey(() => OfficeEntity, ['officeId'], ['id'], { name: 'fk_inbox_filter_office' })
export class InboxFilterEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_inbox_filter' })
  id!: string;

  @Column('uuid')
  officerId!: string;

  /** Whose officers see it beside its author; null for nobody. */
  @Column('uuid', { nullable: true })
  officeId!: string | null;

  @Column('text')
  name!: string;

  /** The search parameters of the inbox. */
  @Column('jsonb')
  filter!: unknown;

  @Column('timestamptz')
  savedAt!: Date;
}
