import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins in a window of time, by account and by address; shared by all API processes. */
@Entity('sign_in_attempt')
export class SignInAttemptEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('timestamptz')
  windowStartedAt!: Date;

  @Column('int')
  failures!: number;
}
