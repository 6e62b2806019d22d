import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';

/** One mail to one officer; its Message-ID is made of the id, so a repeat is recognised. It holds neither text nor address. */
@Entity('mail')
@Index('ix_mail_due', ['nextAttemptAt'], { where: "state in ('waiting', 'sending')" })
@Index('ix_mail_officer', ['officerId', 'createdAt'])
@Check('mail_kind', "kind in ('immediate', 'digest', 'confirmation')")
@Check('mail_state', "state in ('waiting', 'sending', 'sent', 'failed', 'cancelled')")
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_mail_officer' })
export class MailEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_mail' })
  id!: string;

  @Column('uuid')
  officerId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { default: 'waiting' })
  state!: string;

  @Column('int', { default: 0 })
  attempts!: number;

  /** Real time. While it is being sent: when another worker takes its outcome for unknown and sends it again. */
  @Column('timestamptz', { default: () => 'now()' })
  nextAttemptAt!: Date;

  /** The mail server's reply code or the connection's error code; never its words, which may hold the address. */
  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
