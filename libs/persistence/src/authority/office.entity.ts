import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An office with a territory; people act for it through appointments. */
@Entity('office')
export class OfficeEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  name!: string;

  @Column('text')
  level!: string;

  @Column('text')
  territoryCode!: string;
}
