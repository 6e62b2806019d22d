import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Outcome, Post } from '#channels';
import type { Config } from '#config';
import { MAIL_ATTEMPTS, mailRetryMinutes } from '#domain';
import {
  type ClaimedMail,
  DiaryRepository,
  inTransaction,
  MailRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { metrics } from '#telemetry';
import { CONFIG } from '../shared/config.js';
import type { NextLook } from '../shared/next-look.js';
import { mailWords } from './mail-words.js';

/** What takes mails, or null where no mail server is set up. */
export const POST = Symbol('amanah:post');

const AT_ONCE = 3;
const MOST_IN_ONE_LOOK = 300;
/** Whoever is told many things in a row gets a mail a minute, not one for each. */
const PAUSE_SECONDS = 60;
/** How long a server that is away is left alone; each mail that it did not take waits longer. */
const AWAY_MS = 60_000;

export interface MailLook {
  readonly stopping?: AbortSignal;
  readonly pauseSeconds?: number;
}

/**
 * Brings notifications to people by mail, as each of them has set. Anybody may look; rows say who has which mail. A
 * mail is sent outside of any transaction and marked after: when the outcome is unknown it is sent again, under the
 * same Message-ID. So everybody is told at least once, and a mail server or program that knows the id drops the repeat.
 */
@Injectable()
export class SendMails {
  private readonly logger = new Logger(SendMails.name);

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail' | 'indexKey'>,
    @Inject(POST) private readonly post: Post | null,
  ) {}

  /**
   * Gathers what is to be mailed and sends what is due, until nothing is, the server is away or it was a lot; answers with
   * when to look next. A mail that nobody takes is tried later and later and in the end given up, for everybody to see.
   */
  async look({ stopping, pauseSeconds = PAUSE_SECONDS }: MailLook = {}): Promise<NextLook> {
    const { post } = this;
    if (post === null) return undefined;
    await inTransaction(this.database, (manager) => new MailRepository(manager).gatherImmediate(pauseSeconds));
    await inTransaction(this.database, (manager) => new MailRepository(manager).gatherDigests());
    const mails = new MailRepository(this.database.manager);
    let isAway = false;
    for (let tried = 0; tried < MOST_IN_ONE_LOOK && !isAway && stopping?.aborted !== true; tried += AT_ONCE) {
      const claimed = await mails.claim(AT_ONCE);
      if (claimed.length === 0) break;
      isAway = (await Promise.all(claimed.map((mail) => this.carry(mails, mail, post)))).includes(true);
    }
    return this.next(pauseSeconds, isAway);
  }

  private async next(pauseSeconds: number, isAway: boolean): Promise<NextLook> {
    const { manager } = this.database;
    const dueAt = await new DiaryRepository(manager).mail(pauseSeconds);
    if (dueAt === undefined || !isAway) return dueAt && { dueAt: dueAt.toISOString() };
    const soonest = (await new ProgrammeClockRepository(manager).now()).getTime() + AWAY_MS;
    return { dueAt: new Date(Math.max(dueAt.getTime(), soonest)).toISOString() };
  }

  /** Whether the server turned out to be away. */
  private async carry(mails: MailRepository, mail: ClaimedMail, post: Post): Promise<boolean> {
    const { address } = mail;
    if (address === null) {
      await mails.cancel(mail.id);
      return false;
    }
    const content = { items: await mails.items(mail.id), counts: await mails.counts(mail.id) };
    const words = mailWords(mail, content, this.config.mail?.publicUrl ?? '', this.config.indexKey);
    const outcome = await post.send({ id: mail.id, to: address, writtenAt: mail.createdAt, words });
    await this.mark(mails, mail, address, outcome);
    return outcome.is === 'later' && outcome.isAway;
  }

  private async mark(mails: MailRepository, mail: ClaimedMail, address: string, outcome: Outcome): Promise<void> {
    if (outcome.is === 'accepted') {
      await mails.markSent(mail.id);
      metrics.mailsSent.inc();
      return;
    }
    const { failure } = outcome;
    this.logger.warn({ mailId: mail.id, failure, attempts: mail.attempts }, 'a mail was not accepted');
    if (outcome.is === 'refused') await mails.refuse(mail.id, { address, failure, isAddress: outcome.isAddress });
    else if (mail.attempts >= MAIL_ATTEMPTS) await mails.fail(mail.id, failure);
    else await mails.postpone(mail.id, mailRetryMinutes(mail.attempts), failure);
  }
}
