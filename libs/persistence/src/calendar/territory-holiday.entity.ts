import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** A day on which the offices of a territory are closed, beside the national ones; removed ones stay, with who did it. */
@Entity('territory_holiday')
@Index('uq_territory_holiday', ['territoryCode', 'day'], { unique: true, where: 'removed_at is null' })
@ForeignKey(() => OfficerEntity, ['addedBy'], ['id'], { name: 'fk_territory_holiday_added_by' })
@ForeignKey(() => OfficerEntity, ['removedBy'], ['id'], { name: 'fk_territory_holiday_removed_by' })
export class TerritoryHolidayEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_territory_holiday' })
  id!: string;

  @Column('text')
  territoryCode!: string;

  @Column('date')
  day!: string;

  @Column('text')
  name!: string;

  /** The decree that says so. */
  @Column('text')
  source!: string;

  @Column('uuid')
  addedBy!: string;

  @Column('timestamptz')
  addedAt!: Date;

  @Column('uuid', { nullable: true })
  removedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
