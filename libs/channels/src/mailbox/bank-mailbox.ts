import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { connect as connectSocket } from 'node:net';
import { DomainError } from '#domain';
import SftpClient from 'ssh2-sftp-client';

export interface MailboxOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** SHA-256 of the bank's host key as 64 hexadecimal digits: an order is never sent to an unknown server. */
  readonly hostFingerprint: string;
  /** Milliseconds to wait for the connection. */
  readonly timeoutMs?: number;
}

export interface MailboxFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
}

const INBOX = '/in';
const OUTBOX = '/out';
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

function assertName(name: string): void {
  if (SAFE_NAME.test(name)) return;
  throw new DomainError('BANK_FILE_NAME', 'a file name for the bank holds other than letters, digits, . _ -');
}

/**
 * The bank's SFTP directory: orders go into `/in`, answers are fetched from `/out`. Every call may be repeated.
 * A lost connection is a plain Error and worth another try; DomainErrors are not: BANK_HOST_UNKNOWN when the server
 * is not the pinned one, BANK_LOGIN_REFUSED, BANK_FILE_NAME.
 */
export class BankMailbox {
  private constructor(private readonly client: SftpClient) {}

  static async connect(options: MailboxOptions): Promise<BankMailbox> {
    const ignore = (): void => undefined;
    const client = new SftpClient('bank', { error: ignore, end: ignore, close: ignore });
    const hostKey: { isUnknown: boolean } = { isUnknown: false };
    try {
      await client.connect({
        // Requests are small and awaited: with Nagle's algorithm each would wait 40 ms for an acknowledgement.
        sock: connectSocket({ host: options.host, port: options.port, noDelay: true }),
        username: options.user,
        password: options.password,
        readyTimeout: options.timeoutMs ?? 20_000,
        hostHash: 'sha256',
        hostVerifier: (hash: string) => {
          hostKey.isUnknown = hash.toLowerCase() !== options.hostFingerprint.toLowerCase();
          return !hostKey.isUnknown;
        },
      });
      return new BankMailbox(client);
    } catch (error) {
      await client.end().catch(ignore);
      if (hostKey.isUnknown) throw new DomainError('BANK_HOST_UNKNOWN', 'the bank answered with an unknown host key');
      const isRefused = error instanceof Error && error.message.includes('authentication methods failed');
      throw isRefused ? new DomainError('BANK_LOGIN_REFUSED', 'the bank refused user or password') : error;
    }
  }

  /** Connects, works, and disconnects whatever happens. */
  static async use<Result>(options: MailboxOptions, work: (mailbox: BankMailbox) => Promise<Result>): Promise<Result> {
    const mailbox = await BankMailbox.connect(options);
    try {
      return await work(mailbox);
    } finally {
      await mailbox.close();
    }
  }

  /**
   * Delivers a file under its name: written under another one, then renamed, so that the bank sees it whole or not at
   * all. A file of that name already there counts as delivered; once the bank has taken it in, a repeat is for the
   * bank to refuse by MsgId.
   */
  async put(name: string, localPath: string): Promise<'sent' | 'already-there'> {
    assertName(name);
    const target = `${INBOX}/${name}`;
    if ((await this.client.exists(target)) !== false) return 'already-there';
    const partial = `${INBOX}/.${randomUUID()}.part`;
    await this.client.fastPut(localPath, partial);
    try {
      await this.client.rename(partial, target);
      return 'sent';
    } catch (error) {
      const isThere = (await this.client.exists(target)) !== false;
      await this.client.delete(partial, true).catch(() => undefined);
      if (isThere) return 'already-there';
      throw error;
    }
  }

  /** Files waiting in the outbox whose names begin so, by name. */
  async list(prefix: string): Promise<MailboxFile[]> {
    const files = await this.client.list(OUTBOX);
    return files
      .filter(({ type, name }) => type === '-' && name.startsWith(prefix))
      .map(({ name, size, modifyTime }) => ({ name, sizeBytes: size, modifiedAt: new Date(modifyTime) }))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  /** Copies a file from the outbox; `localPath` holds it whole or is not touched. The bank keeps its copy. */
  async fetch(name: string, localPath: string): Promise<void> {
    assertName(name);
    const partial = `${localPath}.${randomUUID()}.part`;
    try {
      await this.client.fastGet(`${OUTBOX}/${name}`, partial);
      await rename(partial, localPath);
    } finally {
      await rm(partial, { force: true });
    }
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
