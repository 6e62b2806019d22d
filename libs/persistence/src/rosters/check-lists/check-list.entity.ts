import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { OfficerEntity } from '../../organisation/officers/officer.entity.js';

/** A list that families are compared with: civil servants, company officers, the dead. Its values are keyed hashes and sealed. */
@Entity('check_list')
@Unique('uq_check_list_content', ['territoryCode', 'kind', 'sha256'])
@Check('check_list_state', `state in ('in_force', 'withdrawn')`)
@Check('check_list_days', `valid_from <= valid_to`)
@Check(
  'check_list_withdrawn',
  `(state = 'withdrawn') = (withdrawn_by is not null and withdrawn_at is not null and withdrawal_reason is not null)`,
)
@Check('check_list_second', `withdrawn_by <> loaded_by`)
@ForeignKey(() => OfficerEntity, ['loadedBy'], ['id'])
@ForeignKey(() => OfficerEntity, ['withdrawnBy'], ['id'])
export class CheckListEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Where it holds: the nation or a city. */
  @Column('text')
  territoryCode!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  source!: string;

  @Column('date')
  listedOn!: string;

  @Column('date')
  validFrom!: string;

  @Column('date')
  validTo!: string;

  @Column('text')
  fileName!: string;

  @Column('text')
  sha256!: string;

  @Column('int')
  entries!: number;

  /** Lines whose NIK is none: nobody is compared with them. */
  @Column('int')
  skipped!: number;

  @Column('text')
  state!: string;

  /** Null where operators loaded it from the console. */
  @Column('uuid', { nullable: true })
  loadedBy!: string | null;

  @Column('timestamptz')
  loadedAt!: Date;

  @Column('uuid', { nullable: true })
  withdrawnBy!: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { nullable: true })
  withdrawalReason!: string | null;
}
