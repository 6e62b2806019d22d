import type { Logger } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import { MAIL_ATTEMPTS, mailRetryMinutes } from '#domain';
import { type ClaimedMail, inTransaction, MailRepository } from '#persistence';
import { metrics } from '#telemetry';
import { mailWords } from './mail-words.js';
import type { Letter, Outcome } from './smtp-post.js';

const AT_ONCE = 3;
/** Whoever is told many things in a row gets a mail a minute, not one for each. */
const PAUSE_SECONDS = 60;

export interface Post {
  send(letter: Letter): Promise<Outcome>;
}

export interface MailRoundSettings {
  readonly publicUrl: string;
  readonly codeKey: Buffer;
  readonly pauseSeconds?: number;
}

/**
 * Brings notifications to people by mail, as each of them has set. Any worker may look; rows say who has which mail. A
 * mail is sent outside of any transaction and marked after: when the outcome is unknown it is sent again, under the
 * same Message-ID. So everybody is told at least once, and a mail server or program that knows the id drops the repeat.
 */
export class MailRound {
  constructor(
    private readonly database: DataSource,
    private readonly post: Post,
    private readonly settings: MailRoundSettings,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** Gathers what is to be mailed and sends what is due, until nothing is or the server is away. */
  async look(stopping?: AbortSignal): Promise<void> {
    const { pauseSeconds = PAUSE_SECONDS } = this.settings;
    await inTransaction(this.database, (manager) => new MailRepository(manager).gatherImmediate(pauseSeconds));
    await inTransaction(this.database, (manager) => new MailRepository(manager).gatherDigests());
    const mails = new MailRepository(this.database.manager);
    while (stopping?.aborted !== true) {
      const claimed = await mails.claim(AT_ONCE);
      const isAway = await Promise.all(claimed.map((mail) => this.carry(mails, mail)));
      if (claimed.length === 0 || isAway.includes(true)) return;
    }
  }

  /** Whether the server turned out to be away. */
  private async carry(mails: MailRepository, mail: ClaimedMail): Promise<boolean> {
    if (mail.address === null) {
      await mails.cancel(mail.id);
      return false;
    }
    const content = { items: await mails.items(mail.id), counts: await mails.counts(mail.id) };
    const words = mailWords(mail, content, this.settings.publicUrl, this.settings.codeKey);
    const outcome = await this.post.send({ id: mail.id, to: mail.address, writtenAt: mail.createdAt, words });
    await this.mark(mails, mail, mail.address, outcome);
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
