import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { type MailLook, SendMails } from '#application';
import { type Post, SmtpPost } from '#channels';
import type { MailMode, NotificationKind } from '#domain';
import { NotificationRepository, rowsOf } from '#persistence';
import type { PostOffice } from '../servers/post-office.js';
import { anOfficer, type MadeOfficer } from './officers.js';
import { nextNumber } from './sequence.js';

export const PUBLIC_URL = 'https://amanah.example.go.id';
export const CODE_KEY = Buffer.alloc(32, 7);

export type Reader = MadeOfficer & { readonly email: string };

/** Officers with confirmed addresses, what they are told, and mails over a real mail server. */
export class MailScene {
  constructor(
    private readonly database: DataSource,
    private readonly office: PostOffice,
  ) {
    // What a server refuses is told to the log as well; specs read it from the rows.
    Logger.overrideLogger(false);
  }

  async reader(mode: MailMode = 'immediate', language: 'id' | 'en' = 'id'): Promise<Reader> {
    const officer = await anOfficer(this.database.manager, 'lurah');
    const email = `reader.${nextNumber()}@example.go.id`;
    await this.sql('update officer set language = $2 where id = $1', [officer.officerId, language]);
    await this.sql(
      `insert into notification_setting (officer_id, email, confirmed_at, mode) values ($1, $2, now(), $3)`,
      [officer.officerId, email, mode],
    );
    return { ...officer, email };
  }

  async tell(
    officer: MadeOfficer,
    kind: NotificationKind = 'task.reminder',
    more: { taskId?: string; details?: Record<string, unknown> } = {},
  ): Promise<void> {
    const notifications = new NotificationRepository(this.database.manager);
    await notifications.tell([officer.officerId], { kind, key: `occasion:${nextNumber()}`, ...more });
  }

  post(url = this.office.url): SmtpPost {
    return new SmtpPost({ smtpUrl: url, from: 'Amanah <no-reply@example.go.id>', publicUrl: PUBLIC_URL });
  }

  /** Looks as the mails' diary does, but with no pause between an officer's mails. */
  look(post: Post = this.post(), { pauseSeconds = 0 }: MailLook = {}): ReturnType<SendMails['look']> {
    const mail = { smtpUrl: this.office.url, from: 'Amanah <no-reply@example.go.id>', publicUrl: PUBLIC_URL };
    return new SendMails(this.database, { mail, indexKey: CODE_KEY }, post).look({ pauseSeconds });
  }

  /** What this address has received. */
  mailsTo({ email }: Reader): PostOffice['received'] {
    return this.office.received.filter(({ to }) => to.includes(email));
  }

  mails({
    officerId,
  }: MadeOfficer): Promise<{ state: string; attempts: number; failure: string | null; minutes: number }[]> {
    return rowsOf(
      this.database.manager,
      `select state, attempts, failure, round(extract(epoch from next_attempt_at - now()) / 60)::int as minutes
         from mail where officer_id = $1 order by created_at`,
      [officerId],
    );
  }

  /** As if so much time had passed that everything is due, also what a dead sender had claimed. */
  async later(): Promise<void> {
    await this.sql(`update mail set next_attempt_at = now() where state in ('waiting', 'sending')`);
  }

  async sql(text: string, parameters: unknown[] = []): Promise<void> {
    await this.database.manager.query(text, parameters);
  }
}
