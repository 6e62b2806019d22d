import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file in the bank's outbox that was looked at; one that the bank has replaced since is looked at again. */
@Entity('bank_arrival')
export class BankArrivalEntity {
  @PrimaryColumn('text')
  name!: string;

  @Column('bigint')
  sizeBytes!: string;

  @Column('timestamptz')
  modifiedAt!: Date;

  @Column('timestamptz')
  seenAt!: Date;
}
