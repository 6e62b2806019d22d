import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PaymentOrderEntity } from './payment-order.entity.js';

/** A file from the bank, applied once however often it arrives. */
@Entity('bank_file')
@Unique('uq_bank_file', ['orderId', 'kind', 'sha256'])
@ForeignKey(() => PaymentOrderEntity, ['orderId'], ['id'])
export class BankFileEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  orderId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  sha256!: string;

  @Column('int')
  rows!: number;

  @Column('jsonb')
  summary!: unknown;

  @Column('timestamptz')
  appliedAt!: Date;
}
