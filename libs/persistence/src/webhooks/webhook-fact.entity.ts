import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A fact that somebody waits for, written by a trigger in the transaction that made it true. `data` has ids, codes, amounts and dates; nothing of a family
 * or an officer. Facts for which nobody waits are not here.
 */
@Entity('webhook_fact')
export class WebhookFactEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  type!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('text')
  territoryCode!: string;

  /** By the programme's calendar. */
  @Column('timestamptz')
  occurredAt!: Date;

  @Column('jsonb')
  data!: Record<string, unknown>;
}
