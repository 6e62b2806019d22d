import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A Kemendagri territory; loaded from data/regions. */
@Entity('territory')
export class TerritoryEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  level!: string;

  @Column('text', { nullable: true })
  parentCode!: string | null;
}
