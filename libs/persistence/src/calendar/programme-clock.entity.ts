import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the sandbox calendar is moved from the real one; zero, and one row, in production. */
@Entity('programme_clock')
@Check('one_clock', 'id = 1')
export class ProgrammeClockEntity {
  @PrimaryColumn('int')
  id!: number;

  @Column('bigint', { default: '0' })
  offsetMs!: string;
}
