import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CheckListEntity } from './check-list.entity.js';

/** One person of a list that families are compared with. */
@Entity('check_list_entry')
@Unique('uq_check_list_entry', ['checkListId', 'nikHash'])
@Index('ix_check_list_entry_nik', ['nikHash'])
@ForeignKey(() => CheckListEntity, ['checkListId'], ['id'])
export class CheckListEntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid')
  checkListId!: string;

  @Column('int')
  rowNumber!: number;

  @Column('bytea')
  nikHash!: Buffer;

  @Column('bytea')
  sealed!: Buffer;
}
