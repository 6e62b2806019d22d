import type { EntityManager } from 'typeorm';
import { CODE_MINUTES, DIGEST_HOUR, type MailMode } from '#domain';
import { rowOf } from '../shared/unit-of-work.js';

export interface NotificationSettingRow {
  email: string | null;
  isConfirmed: boolean;
  mode: MailMode;
  kindsOff: string[];
  /** The mail whose code would confirm the address now; null when none was sent or it is too old. */
  codeMailId: string | null;
  refusal: string | null;
}

export interface NewNotificationSetting {
  readonly email: string | null;
  readonly mode: MailMode;
  readonly kindsOff: readonly string[];
}

const NONE: NotificationSettingRow = {
  email: null,
  isConfirmed: false,
  mode: 'off',
  kindsOff: [],
  codeMailId: null,
  refusal: null,
};

/** How each officer wants to be told by mail. */
export class NotificationSettingRepository {
  constructor(private readonly manager: EntityManager) {}

  async of(officerId: string): Promise<NotificationSettingRow> {
    const row = await rowOf<NotificationSettingRow>(
      this.manager,
      `select s.email, s.confirmed_at is not null as "isConfirmed", s.mode, s.kinds_off as "kindsOff", s.refusal,
              (select m.id from mail m where m.id = s.code_mail_id
                  and m.created_at > now() - ${CODE_MINUTES} * interval '1 minute') as "codeMailId"
         from notification_setting s where s.officer_id = $1`,
      [officerId],
    );
    return row ?? NONE;
  }

  /**
   * Keeps what an officer wants. Another address has to be confirmed anew. Only what is told from now on is mailed, and
   * what waits for a mail that is no longer wanted does not go out.
   */
  async save(officerId: string, { email, mode, kindsOff }: NewNotificationSetting): Promise<void> {
    await this.manager.query(
      `insert into notification_setting as s (officer_id, email, mode, kinds_off, mail_after, digest_on)
       values ($1, $2, $3, $4, ${NEWEST}, ${LAST_DIGEST})
       on conflict (officer_id) do update set
         email = excluded.email, mode = excluded.mode, kinds_off = excluded.kinds_off,
         mail_after = case when ${IS_ANEW} then excluded.mail_after else s.mail_after end,
         digest_on = case when s.mode <> excluded.mode then excluded.digest_on else s.digest_on end,
         confirmed_at = case when ${IS_SAME} then s.confirmed_at end,
         code_mail_id = case when ${IS_SAME} then s.code_mail_id end,
         refusal = case when ${IS_SAME} then s.refusal end`,
      [officerId, email, mode, kindsOff],
    );
    await this.manager.query(
      `update mail m set state = 'cancelled', closed_at = now() from notification_setting s
        where s.officer_id = m.officer_id and m.officer_id = $1 and m.state = 'waiting'
          and (case when m.kind = 'confirmation' then s.code_mail_id is distinct from m.id
                    else s.mode = 'off' or s.confirmed_at is null end)`,
      [officerId],
    );
  }

  /** Queues a mail with a new code for the address as it stands; an older code is worth nothing from now on. */
  async sendCode(officerId: string): Promise<void> {
    await this.manager.query(
      `with made as (insert into mail (officer_id, kind) values ($1, 'confirmation') returning id),
            older as (update mail set state = 'cancelled', closed_at = now()
                       where officer_id = $1 and kind = 'confirmation' and state = 'waiting')
       update notification_setting set code_mail_id = made.id, code_failures = 0, refusal = null
         from made where officer_id = $1`,
      [officerId],
    );
  }

  /** Seconds until another code may be sent; 0 when it may now. Under the row's lock, so that no two count alike. */
  async secondsUntilCode(officerId: string, perHour: number): Promise<number> {
    await this.manager.query('select 1 from notification_setting where officer_id = $1 for update', [officerId]);
    const row = await rowOf<{ seconds: number | null }>(
      this.manager,
      `select ceil(extract(epoch from min(created_at) + interval '1 hour' - now()))::int as seconds
         from (select created_at from mail where officer_id = $1 and kind = 'confirmation'
                  and created_at > now() - interval '1 hour' order by created_at desc limit $2) recent
       having count(*) >= $2`,
      [officerId, perHour],
    );
    return row?.seconds ?? 0;
  }

  /** Counts a try before it is judged, on its own: a refusal must not take the count back with it. Undefined without a code. */
  async countTry(officerId: string): Promise<number | undefined> {
    const row = await rowOf<{ tries: number }>(
      this.manager,
      `with tried as (update notification_setting set code_failures = code_failures + 1
                       where officer_id = $1 and code_mail_id is not null returning code_failures)
       select code_failures as tries from tried`,
      [officerId],
    );
    return row?.tries;
  }

  async confirm(officerId: string, mailId: string): Promise<void> {
    await this.manager.query(
      `update notification_setting
          set confirmed_at = now(), code_mail_id = null, code_failures = 0, mail_after = ${NEWEST}
        where officer_id = $1 and code_mail_id = $2`,
      [officerId, mailId],
    );
  }
}

const NEWEST = '(select coalesce(max(id), 0) from notification)';

/** The digest of a day whose hour has passed counts as made: the first one comes tomorrow. */
const LAST_DIGEST = `(select programme_today()
  - case when (programme_now() at time zone 'Asia/Jakarta')::time >= make_time(${DIGEST_HOUR}, 0, 0) then 0 else 1 end)`;

const IS_SAME = 's.email is not distinct from excluded.email';
const IS_ANEW = `s.mode = 'off' or not (${IS_SAME})`;
