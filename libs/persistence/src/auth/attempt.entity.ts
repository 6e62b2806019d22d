import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something was tried in a window of time: sign-ins by account and address, opened records by officer. Shared by all API processes. */
@Entity('attempt')
export class AttemptEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('timestamptz')
  windowStartedAt!: Date;

  @Column('int')
  count!: number;
}
