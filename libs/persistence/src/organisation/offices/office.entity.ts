import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An office with a territory; people act for it through appointments. */
@Entity('office')
@Check(
  'office_kind',
  "kind in ('ministry', 'bank', 'post', 'province', 'city', 'kecamatan', 'kelurahan') and level = case when kind in ('ministry', 'bank', 'post') then 'nation' else kind end",
)
@Index('ix_office_place', ['territoryCode', 'name', 'id'])
export class OfficeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  name!: string;

  @Column('text')
  level!: string;

  /** A trigger writes what the tier says where none is given: the ministry for the nation. */
  @Column('text')
  kind!: string;

  @Column('text')
  territoryCode!: string;
}
