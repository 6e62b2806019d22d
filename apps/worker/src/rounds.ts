import type { Logger } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import type { Config } from '#config';
import type { WorkingCalendar } from '#domain';
import { inTransaction } from '#persistence';
import { MailRound } from './mail/mail-round.js';
import { SmtpPost } from './mail/smtp-post.js';
import { expireMandates } from './mandate-expiry.js';
import { remindOfHandovers, returnAbsent } from './delegation-rounds.js';
import { resumeTasks } from './resumption.js';
import { Round } from './round.js';
import { alertHeld } from '#application';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** Every round of a worker. */
export function roundsOf(database: DataSource, calendar: WorkingCalendar, logger: Logger): Round[] {
  const failing = tellingOf(logger);
  return [
    new Round(MINUTE_MS, () => expireMandates(database), failing('ending mandates')),
    new Round(5 * SECOND_MS, (stopping) => resumeTasks(database, calendar, stopping), failing('resuming tasks')),
    new Round(30 * SECOND_MS, (stopping) => returnAbsent(database, stopping), failing('ending delegations')),
    new Round(MINUTE_MS, () => remindOfHandovers(database), failing('late hand-overs')),
    // An officer may leave after an approval was opened, and with them the last who could have given it.
    new Round(MINUTE_MS, () => inTransaction(database, (manager) => alertHeld(manager)), failing('held approvals')),
  ];
}

/** The round that mails what people are told; none where no mail server is set up. */
export function mailRounds(database: DataSource, { mail, indexKey: codeKey }: Config, logger: Logger): Round[] {
  if (mail === undefined) return [];
  const mails = new MailRound(database, new SmtpPost(mail), { publicUrl: mail.publicUrl, codeKey }, logger);
  return [new Round(5 * SECOND_MS, (stopping) => mails.look(stopping), tellingOf(logger)('mailing'))];
}

const tellingOf = (logger: Logger) => (what: string) => (error: unknown) => {
  logger.warn({ err: error }, `${what} failed and is done again in the next round`);
};
