import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficerEntity } from '../organisation/officers/officer.entity.js';
import { MailEntity } from './mail.entity.js';

/** How one officer wants to be told by mail. In the app everybody is told everything. */
@Entity('notification_setting')
@Index('ix_notification_setting_mode', ['mode'], { where: "mode <> 'off'" })
@Check('notification_setting_mode', "mode in ('off', 'immediate', 'digest')")
@Check('notification_setting_email', "email is not null or (mode = 'off' and confirmed_at is null)")
@ForeignKey(() => OfficerEntity, ['officerId'], ['id'], { name: 'fk_notification_setting_officer' })
@ForeignKey(() => MailEntity, ['codeMailId'], ['id'], { name: 'fk_notification_setting_code' })
export class NotificationSettingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_notification_setting' })
  officerId!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  /** When a code sent to the address was typed in; nothing but that code goes to it before. */
  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Column('text', { default: 'off' })
  mode!: string;

  @Column('text', { array: true, default: [] })
  kindsOff!: string[];

  /** The last notification from before mail was wanted. */
  @Column('bigint', { default: '0' })
  mailAfter!: string;

  /** The last day whose digest was made, or had nothing to say. */
  @Column('date', { nullable: true })
  digestOn!: string | null;

  /** The mail whose code confirms the address, and how often a wrong one was typed. */
  @Column('uuid', { nullable: true })
  codeMailId!: string | null;

  @Column('int', { default: 0 })
  codeFailures!: number;

  /** The reply code with which the mail server refused the address for good. */
  @Column('text', { nullable: true })
  refusal!: string | null;
}
