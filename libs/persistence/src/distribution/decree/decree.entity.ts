import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { RosterEntity } from '../../rosters/roster.entity.js';

/** The recipient list as the PPK sets it and the KPA ratifies it. */
@Entity('decree')
@Unique('uq_decree_version', ['periodId', 'cityCode', 'version'])
@ForeignKey(() => RosterEntity, ['rosterId'], ['id'])
export class DecreeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  periodId!: string;

  @Column('text')
  cityCode!: string;

  @Column('uuid')
  rosterId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  state!: string;

  @Column('int')
  families!: number;

  @Column('bigint')
  amountRupiah!: string;

  @Column('jsonb')
  excluded!: unknown;

  @Column('text')
  listHash!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  ratifiedAt!: Date | null;
}
