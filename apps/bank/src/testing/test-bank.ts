import { copyFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BankMailbox, type MailboxOptions, readPain002, type StatusReportHeading, type StatusRow } from '#channels';
import { loadBankSettings } from '../settings.js';
import { startBank, type RunningBank } from '../start-bank.js';

export interface Report {
  readonly heading: StatusReportHeading;
  readonly rows: readonly StatusRow[];
}

const WAIT_MS = 10_000;

/** A real sandbox bank on this machine, in a directory of its own, and the payer's way to it over SFTP. */
export class TestBank {
  private running: RunningBank | undefined;
  private box: BankMailbox | undefined;
  private reached: MailboxOptions | undefined;
  readonly troubles: unknown[] = [];

  private constructor(
    readonly dir: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<TestBank> {
    const bank = new TestBank(await mkdtemp(join(tmpdir(), 'bank-')), environment);
    await bank.start();
    return bank;
  }

  async start(): Promise<void> {
    const places = { BANK_STATE_DIR: join(this.dir, 'state'), BANK_HOST_KEY_FILE: join(this.dir, 'host-key') };
    const login = { BANK_SFTP_USER: 'kemensos', BANK_SFTP_PASSWORD: 'rahasia', BANK_SFTP_PORT: '0' };
    const settings = loadBankSettings({ BANK_SECOND_REPORT_MS: '50', ...login, ...places, ...this.environment });
    const running = await startBank(settings, (error) => this.troubles.push(error));
    this.running = running;
    const hostFingerprint = Buffer.from(running.fingerprint.slice('SHA256:'.length), 'base64').toString('hex');
    const address = { host: '127.0.0.1', port: running.sftpPort, hostFingerprint };
    this.reached = { ...address, user: 'kemensos', password: 'rahasia' };
    this.box = await BankMailbox.connect(this.reached);
  }

  async stop(): Promise<void> {
    await this.box?.close();
    await this.running?.stop();
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.dir, { recursive: true });
  }

  /** How the payer reaches it. */
  get options(): MailboxOptions {
    if (!this.reached) throw new Error('the bank was never opened');
    return this.reached;
  }

  get mailbox(): BankMailbox {
    if (!this.box) throw new Error('the bank is closed');
    return this.box;
  }

  /** Sends a file over SFTP as the payer does. */
  async send(name: string, path: string): Promise<void> {
    await this.mailbox.put(name, path);
  }

  /** Sends a text under that name. */
  async sendText(name: string, text: string): Promise<void> {
    const path = join(this.dir, 'to-send');
    await writeFile(path, text);
    await this.send(name, path);
  }

  /** Lays a file into the inbox beside the SFTP server, under its final name at once. */
  async lay(name: string, path: string): Promise<void> {
    const inbox = join(this.dir, 'state', 'sftp', 'in');
    await copyFile(path, join(inbox, `.${name}`));
    await rename(join(inbox, `.${name}`), join(inbox, name));
  }

  /** Names in the outbox that begin so. */
  async names(prefix: string): Promise<string[]> {
    return (await this.mailbox.list(prefix)).map(({ name }) => name);
  }

  /** Fetches a file once it is there. Throws when it does not come. */
  async fetch(name: string): Promise<string> {
    const path = join(this.dir, `fetched-${name}`);
    await this.until(async () => (await this.names(name)).includes(name), name);
    await this.mailbox.fetch(name, path);
    return path;
  }

  async text(name: string): Promise<string> {
    return readFile(await this.fetch(name), 'utf8');
  }

  async report(name: string): Promise<Report> {
    const { heading, rows } = await readPain002(await this.fetch(name));
    const found: StatusRow[] = [];
    for await (const row of rows) found.push(row);
    return { heading, rows: found };
  }

  /** Waits until something is so; a bank that does not answer in seconds fails the test. */
  async until(isSo: () => Promise<boolean>, what: string): Promise<void> {
    const end = Date.now() + WAIT_MS;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`${what} did not come`);
      await new Promise((resume) => setTimeout(resume, 20));
    }
  }

  /** The inbox is empty and no promised file is due: whatever the bank says to what it was sent, it has said. */
  async untilIdle(): Promise<void> {
    await this.until(async () => {
      const isEmpty = (await this.inbox()).length === 0;
      return isEmpty && this.ask('SELECT 1 FROM job WHERE done_at IS NULL').length === 0;
    }, 'the end of the work');
  }

  async inbox(): Promise<string[]> {
    return readdir(join(this.dir, 'state', 'sftp', 'in'));
  }

  /** Looks into the bank's books. */
  ask(sql: string, ...values: string[]): Record<string, unknown>[] {
    const db = new DatabaseSync(join(this.dir, 'state', 'bank.sqlite'), { readOnly: true });
    try {
      return db.prepare(sql).all(...values);
    } finally {
      db.close();
    }
  }
}
