import type { EntityManager } from 'typeorm';
import { DIGEST_HOUR } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { UNMAILED } from './unmailed.js';

export type MailKind = 'immediate' | 'digest' | 'confirmation';

export interface ClaimedMail {
  id: string;
  officerId: string;
  kind: MailKind;
  /** With this one. */
  attempts: number;
  /** Null when the person does not want this mail any more, or never confirmed the address. */
  address: string | null;
  language: string;
  createdAt: Date;
}

export interface MailRefusal {
  readonly address: string;
  readonly failure: string;
  readonly isAddress: boolean;
}

export interface MailItem {
  mailId: string;
  kind: string;
  details: Record<string, unknown>;
  taskId: string | null;
  taskKind: string | null;
  territoryCode: string | null;
  territoryName: string | null;
  dueOn: string | null;
}

export interface MailCount {
  mailId: string;
  kind: string;
  count: number;
}

/** Nobody needs a line of each of a thousand; the rest is counted. */
const MOST_SHOWN = 10;
/** Longer than every timeout of a sending together: whoever still has not answered then is dead. */
const LEASE = `interval '5 minutes'`;
const IN_ONE_LOOK = 500;

/**
 * Mails on their way: gathered from what people have not read, claimed for a while, sent, and marked. A claim is a short
 * transaction; the sending lies outside of any. Times here are the machine's: a mail server knows no sandbox calendar.
 */
export class MailRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Puts everything an officer has not read into one mail, for those who want it at once: not while one of theirs is
   * still on its way, nor sooner than `pauseSeconds` after the last. In a transaction; others who gather wait for it.
   */
  async gatherImmediate(pauseSeconds: number): Promise<void> {
    await this.gatherAlone();
    await this.manager.query(
      `with due as (
         select s.officer_id, gen_random_uuid() as mail_id from notification_setting s
          where s.mode = 'immediate' and s.confirmed_at is not null and exists (select from notification n where ${UNMAILED})
            and not exists (select from mail m where m.officer_id = s.officer_id and m.kind = 'immediate'
                               and (m.state in ('waiting', 'sending') or m.created_at > now() - $1 * interval '1 second'))
          limit ${IN_ONE_LOOK}
       ) ${into('immediate')}`,
      [pauseSeconds],
    );
  }

  /** From the hour of the digest on, one mail for the day; a day on which nothing was unread has none. */
  async gatherDigests(): Promise<void> {
    await this.gatherAlone();
    await this.manager.query(
      `with today as (
         select s.officer_id, gen_random_uuid() as mail_id from notification_setting s
          where s.mode = 'digest' and s.confirmed_at is not null and s.digest_on is distinct from (select programme_today())
            and (select (programme_now() at time zone 'Asia/Jakarta')::time) >= make_time(${DIGEST_HOUR}, 0, 0)
          limit ${IN_ONE_LOOK}
       ), marked as (
         update notification_setting s set digest_on = programme_today() from today where s.officer_id = today.officer_id
       ), due as (
         select today.* from today join notification_setting s on s.officer_id = today.officer_id
          where exists (select from notification n where ${UNMAILED})
       ) ${into('digest')}`,
    );
  }

  /** Takes mails that are due, also those whose sender never said what became of them. Another's claims are left to it. */
  async claim(limit: number): Promise<ClaimedMail[]> {
    return rowsOf<ClaimedMail>(
      this.manager,
      `with claimed as (
         update mail set state = 'sending', attempts = attempts + 1, next_attempt_at = now() + ${LEASE}
          where id in (select id from mail where state in ('waiting', 'sending') and next_attempt_at <= now()
                        order by next_attempt_at limit $1 for update skip locked)
         returning id, officer_id, kind, attempts, created_at
       )
       select c.id, c.officer_id as "officerId", c.kind, c.attempts, o.language, c.created_at as "createdAt",
              case when o.disabled_at is null and (case when c.kind = 'confirmation' then s.code_mail_id = c.id
                        else s.confirmed_at is not null and s.mode <> 'off' end) then s.email end as address
         from claimed c join officer o on o.id = c.officer_id
         left join notification_setting s on s.officer_id = c.officer_id`,
      [limit],
    );
  }

  /** What a mail tells of, oldest first, the first ten of it. */
  async items(mailId: string): Promise<MailItem[]> {
    return rowsOf<MailItem>(
      this.manager,
      `select n.mail_id as "mailId", n.kind, n.details, n.task_id as "taskId", t.kind as "taskKind",
              r.code as "territoryCode", r.name as "territoryName", t.due_on::text as "dueOn"
         from notification n left join task t on t.id = n.task_id
         left join territory r on r.code = coalesce(t.territory_code, n.details ->> 'territoryCode')
        where n.mail_id = $1 order by n.id limit ${MOST_SHOWN}`,
      [mailId],
    );
  }

  async counts(mailId: string): Promise<MailCount[]> {
    return rowsOf<MailCount>(
      this.manager,
      `select mail_id as "mailId", kind, count(*)::int as count from notification where mail_id = $1
        group by mail_id, kind order by kind`,
      [mailId],
    );
  }

  async markSent(mailId: string): Promise<void> {
    await this.manager.query(
      `with sent as (update mail set state = 'sent', failure = null, closed_at = now()
                      where id = $1 and state in ('waiting', 'sending') returning officer_id)
       update notification_setting s set refusal = null from sent where s.officer_id = sent.officer_id and refusal is not null`,
      [mailId],
    );
  }

  async cancel(mailId: string): Promise<void> {
    await this.close(mailId, 'cancelled', null);
  }

  /** Nobody accepted it now; it is tried again after so many minutes. */
  async postpone(mailId: string, minutes: number, failure: string): Promise<void> {
    await this.manager.query(
      `update mail set state = 'waiting', next_attempt_at = now() + $2 * interval '1 minute', failure = $3
        where id = $1 and state = 'sending'`,
      [mailId, minutes, failure],
    );
  }

  /** Given up after many attempts. */
  async fail(mailId: string, failure: string): Promise<void> {
    await this.close(mailId, 'failed', failure);
  }

  /**
   * The server refuses it for good, and the person is shown so. If it is the address that it does not take, nothing more
   * goes there until somebody has confirmed it again; the waiting mails of an address left meanwhile stay.
   */
  async refuse(mailId: string, { address, failure, isAddress }: MailRefusal): Promise<void> {
    await this.manager.query(
      `with failed as (
         update mail set state = 'failed', failure = $3, closed_at = now()
          where id = $1 and state in ('waiting', 'sending') returning id, officer_id
       ), refused as (
         update notification_setting s set refusal = $3,
                confirmed_at = case when $4 then null else s.confirmed_at end,
                code_mail_id = case when $4 then null else s.code_mail_id end
           from failed where s.officer_id = failed.officer_id and s.email = $2
         returning s.officer_id
       )
       update mail m set state = 'cancelled', closed_at = now() from refused
        where $4 and m.officer_id = refused.officer_id and m.state = 'waiting'`,
      [mailId, address, failure, isAddress],
    );
  }

  /** What operators look at: mails that wait, those given up or refused within a day, and since when the oldest waits. */
  async backlog(): Promise<{ waiting: number; failed: number; oldestAt: Date | null }> {
    const row = await rowOf<{ waiting: number; failed: number; oldestAt: Date | null }>(
      this.manager,
      `select (select count(*)::int from mail where state in ('waiting', 'sending')) as waiting,
              (select min(created_at) from mail where state in ('waiting', 'sending')) as "oldestAt",
              (select count(*)::int from mail where state = 'failed' and closed_at > now() - interval '1 day') as failed`,
    );
    return row ?? { waiting: 0, failed: 0, oldestAt: null };
  }

  private async gatherAlone(): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('amanah-mail'))`);
  }

  private async close(mailId: string, state: string, failure: string | null): Promise<void> {
    await this.manager.query(
      `update mail set state = $2, failure = $3, closed_at = now() where id = $1 and state in ('waiting', 'sending')`,
      [mailId, state, failure],
    );
  }
}

/** The mails of `due`, and in each everything that is unread and in none. */
const into = (kind: MailKind): string => `, made as (
    insert into mail (id, officer_id, kind) select mail_id, officer_id, '${kind}' from due
  )
  update notification n set mail_id = due.mail_id
    from due join notification_setting s on s.officer_id = due.officer_id where ${UNMAILED}`;
