import { createTransport } from 'nodemailer';
import type { MailConfig } from '#config';
import { mailBody, type MailWords } from './mail-body.js';

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly writtenAt: Date;
  readonly words: MailWords;
}

/**
 * What became of a mail. `refused` is for good, `away` concerns every mail and not this one alone. The failure is a code:
 * the server's words may hold the address.
 */
export type Outcome =
  | { readonly is: 'accepted' }
  | { readonly is: 'refused'; readonly failure: string; readonly isAddress: boolean }
  | { readonly is: 'later'; readonly failure: string; readonly isAway: boolean };

/** Whatever takes mails. */
export interface Post {
  send(letter: Letter): Promise<Outcome>;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

/** Hands mails to the SMTP server of the settings, one connection each. */
export class SmtpPost implements Post {
  private readonly transport;
  private readonly host: string;

  constructor(private readonly config: MailConfig) {
    this.transport = createTransport({ ...serverOf(config.smtpUrl), disableFileAccess: true, disableUrlAccess: true });
    this.host = /@([^@>\s]+)>?$/.exec(config.from)?.[1] ?? 'localhost';
  }

  /** Never throws. The same mail again carries the same Message-ID and date. */
  async send({ id, to, writtenAt, words }: Letter): Promise<Outcome> {
    try {
      await this.transport.sendMail({
        from: this.config.from,
        to: { name: '', address: to },
        subject: words.subject,
        ...mailBody(words),
        date: writtenAt,
        messageId: `<${id}@${this.host}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': words.language,
        },
      });
      return { is: 'accepted' };
    } catch (error) {
      return outcomeOf(error);
    }
  }
}

/** A password goes over TLS, except to this very machine: `smtp://` with one asks for STARTTLS and for a valid certificate. */
function serverOf(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const [user, pass] = [url.username, url.password].map(decodeURIComponent) as [string, string];
  return {
    ...TIMEOUTS,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && user !== '' && !LOOPBACK.includes(url.hostname),
    ...(user === '' ? {} : { auth: { user, pass } }),
  };
}

interface SmtpError {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}

function outcomeOf(error: unknown): Outcome {
  const { code, command, responseCode, response } = error as SmtpError;
  const reply = typeof responseCode === 'number' ? responseCode : 0;
  const failure = String(reply || (typeof code === 'string' ? code : 'UNKNOWN'));
  const isOfThisMail = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE';
  if (reply < 500 || !isOfThisMail) return { is: 'later', failure, isAway: !isOfThisMail };
  return { is: 'refused', failure, isAddress: command === 'RCPT TO' && isBadAddress(reply, String(response)) };
}

/** RFC 3463: 5.1 and 5.2 speak of the mailbox; 5.7 is a policy of the server, for which no address is to blame. */
function isBadAddress(reply: number, response: string): boolean {
  const subject = /\b5\.(\d+)\.\d+\b/.exec(response)?.[1];
  return subject === undefined ? [550, 551, 553].includes(reply) : ['1', '2'].includes(subject);
}
