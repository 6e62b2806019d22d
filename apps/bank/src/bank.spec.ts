import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BankMailbox,
  readPain002,
  readReturnReport,
  readUsageReport,
  writePain001,
  writeReturnInstruction,
  writeUsageRequest,
  type MailboxOptions,
  type StatusRow,
} from '#channels';
import { Book } from './book/book.js';
import { receiveOrder } from './handlers/receive-order.js';
import { loadBankSettings, type BankSettings } from './settings.js';
import { PostRoom } from './sftp/post-room.js';
import { startBank, type RunningBank } from './start-bank.js';

const COUNT = 2000;
let dir: string;
let bank: RunningBank;
let mailbox: BankMailbox;
const troubles: unknown[] = [];

const settingsFor = (name: string): BankSettings =>
  loadBankSettings({
    BANK_SFTP_PORT: '0',
    BANK_SFTP_USER: 'kemensos',
    BANK_SFTP_PASSWORD: 'rahasia',
    BANK_STATE_DIR: join(dir, name),
    BANK_HOST_KEY_FILE: join(dir, 'host-key'),
    BANK_SECOND_REPORT_MS: '300',
  });

function mailboxOf(running: RunningBank): MailboxOptions {
  const hostFingerprint = Buffer.from(running.fingerprint.slice('SHA256:'.length), 'base64').toString('hex');
  return { host: '127.0.0.1', port: running.sftpPort, user: 'kemensos', password: 'rahasia', hostFingerprint };
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bank-'));
  bank = await startBank(settingsFor('main'), (error) => troubles.push(error));
  mailbox = await BankMailbox.connect(mailboxOf(bank));
});
afterAll(async () => {
  await mailbox.close();
  await bank.stop();
  await rm(dir, { recursive: true });
  expect(troubles).toEqual([]);
});

const accountOf = (index: number) => String(1_000_000_000 + index);

async function orderFile(messageId: string, count = COUNT, prefix = messageId): Promise<string> {
  const path = join(dir, `${messageId}.local.xml`);
  async function* instructions() {
    await Promise.resolve();
    for (let index = 0; index < count; index += 1) {
      const creditor = { creditorName: 'KPM CONTOH', creditorAccount: accountOf(index), creditorBankCode: '009' };
      yield { endToEndId: `${prefix}E${index}`, amountRupiah: 400_000n, ...creditor };
    }
  }
  const controlSumRupiah = 400_000n * BigInt(count);
  const order = { messageId, createdAt: new Date(), executionDate: '2023-03-02', count, controlSumRupiah };
  const debtor = { debtorName: 'RPL PROGRAM SEMBAKO', debtorAccount: '0012345678' };
  await writePain001({ ...order, ...debtor }, instructions(), createWriteStream(path));
  return path;
}

async function fetchWhenThere(name: string, from = mailbox): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if ((await from.list(name)).length > 0) {
      const path = join(dir, `fetched-${name}`);
      await from.fetch(name, path);
      return path;
    }
    await new Promise((resume) => setTimeout(resume, 25));
  }
  throw new Error(`${name} did not come`);
}

async function collect<Item>(rows: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
async function statusIn(name: string, from = mailbox) {
  const { heading, rows } = await readPain002(await fetchWhenThere(name, from));
  return { heading, rows: await collect(rows) };
}
const withStatus = (rows: readonly StatusRow[], status: string) => rows.filter((row) => row.status === status);

it('pays an order, reports use, and takes back what nobody touched', async () => {
  await mailbox.put('M1.pain001.xml', await orderFile('M1'));
  expect((await statusIn('M1.ack.pain002.xml')).heading).toMatchObject({ groupStatus: 'ACTC', originalCount: COUNT });
  const first = await statusIn('M1.status-1.pain002.xml');
  expect(withStatus(first.rows, 'RJCT')).toHaveLength(8);
  expect(withStatus(first.rows, 'RJCT').every(({ reasonCode }) => reasonCode !== undefined)).toBe(true);
  expect(withStatus(first.rows, 'PDNG')).toHaveLength(4);
  expect(first.rows).toHaveLength(COUNT - 1);
  const second = await statusIn('M1.status-2.pain002.xml');
  expect(second.rows).toHaveLength(5);
  expect(withStatus(second.rows, 'PDNG')).toHaveLength(0);

  const credited = withStatus([...first.rows, ...second.rows], 'ACSC').length;
  const usage = await usageOn('2023-04-01');
  const silent = usage.filter(({ hasTransacted }) => !hasTransacted);
  expect(usage).toHaveLength(credited);
  expect(silent).toHaveLength(Math.round(credited * 0.0366));
  expect(
    silent.every(({ balanceRupiah, creditedOn }) => balanceRupiah === 400_000n && creditedOn === '2023-03-02'),
  ).toBe(true);
  const later = (await usageOn('2023-06-15')).filter(({ hasTransacted }) => !hasTransacted);
  expect(silent.length - later.length).toBe(Math.round(silent.length * 0.1));

  const report = await returnMoney(
    'R1',
    silent.map(({ endToEndId }) => endToEndId),
  );
  const debited = report.rows.filter(({ outcome }) => outcome === 'DEBITED');
  expect(debited.map(({ endToEndId }) => endToEndId)).toEqual(later.map(({ endToEndId }) => endToEndId));
  expect(report.rows.filter(({ outcome }) => outcome === 'WITHDRAWN_SINCE')).toHaveLength(silent.length - later.length);
  expect(report.deposit.depositedRupiah).toBe(400_000n * BigInt(debited.length));
  expect(report.deposit.ntpn).toMatch(/^[0-9A-Z]{16}$/);

  const again = await returnMoney('R2', [debited[0]?.endToEndId ?? '', 'UNKNOWN']);
  expect(again.rows.map(({ outcome }) => outcome)).toEqual(['REFUSED', 'REFUSED']);
  expect(again.deposit).toMatchObject({ depositedRupiah: 0n, ntpn: '' });
});

async function usageOn(asOf: string) {
  const path = join(dir, 'request.csv');
  await writeUsageRequest({ requestId: `Q${asOf}`, messageId: 'M1', asOf }, createWriteStream(path));
  await mailbox.put(`M1.usage-request-${asOf}.csv`, path);
  return collect((await readUsageReport(await fetchWhenThere(`M1.usage-${asOf}.csv`))).rows);
}

async function returnMoney(returnId: string, endToEndIds: string[]) {
  const path = join(dir, 'return.csv');
  const rows = endToEndIds.map((endToEndId) => {
    return { endToEndId, accountNumber: accountOf(Number(endToEndId.slice(3))), amountRupiah: 400_000n };
  });
  const totals = { count: rows.length, totalRupiah: 400_000n * BigInt(rows.length) };
  const heading = { returnId, messageId: 'M1', instructedOn: '2023-06-15', ...totals };
  await writeReturnInstruction(heading, rows, createWriteStream(path));
  await mailbox.put(`${returnId}.return.csv`, path);
  const report = await readReturnReport(await fetchWhenThere(`${returnId}.return-report.csv`));
  return { ...report, rows: await collect(report.rows) };
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200 && !(await isSo()); attempt += 1) {
    await new Promise((resume) => setTimeout(resume, 25));
  }
}

it.each([
  ['AM10', 'M3', (xml: string) => xml.replaceAll('<CtrlSum>', '<CtrlSum>1')],
  ['AM10', 'M4', (xml: string) => xml.replace(/<CdtTrfTxInf>.*\n/, '')],
  ['FF01', 'M5', (xml: string) => xml.replaceAll('IDR', 'USD')],
  ['FF01', 'M6', () => 'not an order'],
  ['FF01', 'M7', (xml: string) => xml.replace('<MsgId>M7<', '<MsgId>M8<')],
  ['DU04', 'M9', (xml: string) => xml.replaceAll('M9E1<', 'M9E0<')],
])('refuses a file with %s (%s) whole, and takes it once mended', async (reason, id, spoil) => {
  const path = await orderFile(id, 3);
  const spoilt = join(dir, `${id}.spoilt.xml`);
  await writeFile(spoilt, spoil(await readFile(path, 'utf8')));
  await mailbox.put(`${id}.pain001.xml`, spoilt);
  const { heading, rows } = await statusIn(`${id}.ack.pain002.xml`);
  expect(heading).toMatchObject({ groupStatus: 'RJCT', reasonCode: reason });
  expect(rows).toEqual([]);
  await waitUntil(async () => (await readdir(join(dir, 'main', 'sftp', 'in'))).length === 0);
  await mailbox.put(`${id}.pain001.xml`, path);
  expect((await statusIn(`${id}.status-1.pain002.xml`)).rows).toHaveLength(3);
});

it('answers what it cannot read with a refusal, and never leaves its directories', async () => {
  const path = join(dir, 'bad.csv');
  await writeFile(path, 'H,USAGE-REQUEST,1,Q1,../../M1,2023-04-01\nT,0,END\n');
  await mailbox.put('M1.usage-request-2023-04-02.csv', path);
  const refusal = await fetchWhenThere('M1.usage-request-2023-04-02.csv.refused.txt');
  expect(await readFile(refusal, 'utf8')).toBe('BANK_FILE_UNREADABLE\n');
});

it('says how its work goes', async () => {
  await mailbox.put('F1.pain001.xml', await orderFile('F1'));
  await statusIn('F1.ack.pain002.xml');
  const figures = await (await fetch(`http://127.0.0.1:${bank.httpPort}/metrics`)).text();
  expect(figures).toMatch(/^amanah_bank_arrivals_total\{outcome="taken"\} [1-9]/m);
  expect(figures).toMatch(/^amanah_bank_jobs_total\{kind="acknowledge",outcome="done"\} [1-9]/m);
});

it('enters nothing twice when it dies between its books and its files', async () => {
  const settings = settingsFor('crashed');
  const room = new PostRoom(settings.stateDir);
  const book = new Book(settings.stateDir);
  await writeFile(join(room.root, 'in', 'C1.pain001.xml'), await readFile(await orderFile('C1', 5)));
  const [arrival] = await room.arrivals();
  if (!arrival) throw new Error('the order did not arrive');
  await receiveOrder({ book, room, ...settings }, arrival, ['C1']);
  book.close();

  const restarted = await startBank(settings, (error) => troubles.push(error));
  await BankMailbox.use(mailboxOf(restarted), async (box) => {
    expect((await statusIn('C1.ack.pain002.xml', box)).heading.groupStatus).toBe('ACTC');
    expect((await statusIn('C1.status-1.pain002.xml', box)).rows).toHaveLength(5);
    expect(await box.list('C1.duplicate')).toEqual([]);
  });
  await restarted.stop();
});

it('lets in nobody else, and is not mistaken for another bank', async () => {
  const options = mailboxOf(bank);
  const reach = (changes: object) => BankMailbox.connect({ ...options, ...changes });
  await expect(reach({ hostFingerprint: '0'.repeat(64) })).rejects.toMatchObject({ code: 'BANK_HOST_UNKNOWN' });
  await expect(reach({ password: 'salah' })).rejects.toMatchObject({ code: 'BANK_LOGIN_REFUSED' });
  await expect(reach({ port: 1 })).rejects.not.toMatchObject({ name: 'DomainError' });
  await expect(mailbox.put('../x.xml', join(dir, 'bad.csv'))).rejects.toMatchObject({ code: 'BANK_FILE_NAME' });
  const response = await fetch(`http://127.0.0.1:${bank.httpPort}/healthz`);
  expect(await response.json()).toEqual({ status: 'ok' });
});
