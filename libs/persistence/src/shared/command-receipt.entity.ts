import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** The first answer to a command, kept so that the same Idempotency-Key gets the same answer. */
@Entity('command_receipt')
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'])
export class CommandReceiptEntity {
  @PrimaryColumn('uuid')
  officerId!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  requestHash!: string;

  @Column('int', { nullable: true })
  status!: number | null;

  @Column('jsonb', { nullable: true })
  response!: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  receivedAt!: Date;
}
