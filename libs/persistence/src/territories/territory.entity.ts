import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A Kemendagri territory; added by `prepare` and loaded by `regions import`. */
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
