import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  readCamt054,
  readUsageReport,
  writePain001,
  writeUsageRequest,
  type MovementRow,
  type UsageRow,
} from '#channels';
import { layOrder } from '../testing/orders.js';
import { TestBank, type Report } from '../testing/test-bank.js';
import { loadScenario } from './scenario.js';

const COUNT = 20;
let dir: string;
let bank: TestBank;
beforeEach(async () => (dir = await mkdtemp(join(tmpdir(), 'scenario-'))));
afterEach(async () => {
  await bank.close();
  await rm(dir, { recursive: true });
  expect(bank.troubles).toEqual([]);
});

async function openBank(faults: object, seed = '1'): Promise<void> {
  const file = join(dir, 'scenario.json');
  await writeFile(file, JSON.stringify({ faults }));
  bank = await TestBank.open({ BANK_SCENARIO_FILE: file, BANK_SEED: seed });
}

const ordered = (messageId = 'M1') => Array.from({ length: COUNT }, (_, index) => `${messageId}E${index}`);

async function sendOrder(messageId = 'M1', ids = ordered(messageId)): Promise<void> {
  const path = join(dir, `${messageId}.xml`);
  async function* instructions() {
    await Promise.resolve();
    const creditor = { creditorName: 'KPM CONTOH', creditorAccount: '1000', creditorBankCode: '009' };
    for (const endToEndId of ids) yield { endToEndId, amountRupiah: 400_000n, ...creditor };
  }
  const order = { messageId, createdAt: new Date(0), executionDate: '2023-03-02', count: ids.length };
  const debtor = { debtorName: 'KEMENTERIAN CONTOH', debtorAccount: '0000123456' };
  const heading = { ...order, ...debtor, controlSumRupiah: 400_000n * BigInt(ids.length) };
  await writePain001(heading, instructions(), createWriteStream(path));
  await bank.lay(`${messageId}.pain001.xml`, path);
}

async function collect<Item>(rows: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const row of rows) found.push(row);
  return found;
}
const status = (number: number, messageId = 'M1'): Promise<Report> =>
  bank.report(`${messageId}.status-${number}.pain002.xml`);
const idsIn = ({ rows }: Report) => rows.map(({ endToEndId }) => endToEndId);

async function movements(number: number): Promise<MovementRow[]> {
  return collect((await readCamt054(await bank.fetch(`M1.movements-${number}.camt054.xml`))).rows);
}

async function usage(): Promise<UsageRow[]> {
  const path = join(dir, 'request.csv');
  await writeUsageRequest({ requestId: 'Q1', messageId: 'M1', asOf: '2023-04-01' }, createWriteStream(path));
  await bank.lay('M1.usage-request-2023-04-01.csv', path);
  return collect((await readUsageReport(await bank.fetch('M1.usage-2023-04-01.csv'))).rows);
}

it('goes well without a scenario', async () => {
  bank = await TestBank.open();
  await sendOrder();
  const { heading, rows } = await status(1);
  expect(heading).toMatchObject({ groupStatus: 'ACSC', totals: [{ status: 'ACSC', count: COUNT }] });
  expect(rows).toHaveLength(COUNT);
  await bank.untilIdle();
  expect(await bank.names('')).toEqual(['M1.ack.pain002.xml', 'M1.status-1.pain002.xml']);
});

it('late-return: paid first, then back on the account and no longer credited', async () => {
  await openBank({ 'late-return': { count: 2, reason: 'AC06', afterDays: 7, afterMs: 50 } });
  await sendOrder();
  expect((await status(1)).rows.every((row) => row.status === 'ACSC')).toBe(true);
  const rows = await movements(1);
  const money = { direction: 'credit', amountRupiah: 400_000n, bookedOn: '2023-03-09', reasonCode: 'AC06' };
  expect(rows).toMatchObject([1, 2].map(() => ({ ...money, originalMessageId: 'M1' })));
  expect(new Set(rows.map(({ reference }) => reference)).size).toBe(2);
  await bank.untilIdle();
  const returned = rows.map(({ endToEndId }) => endToEndId);
  expect((await usage()).map(({ endToEndId }) => endToEndId)).toEqual(ordered().filter((id) => !returned.includes(id)));
  await sendOrder('M2', returned);
  expect(idsIn(await status(1, 'M2'))).toEqual(returned);
});

it('late-return: names the account and comes in a file for each block', async () => {
  await openBank({ 'late-return': { share: '100%', afterMs: 50 } });
  await layOrder(bank, 'TWO-BLOCKS');
  const found = [];
  for (const number of [1, 2]) {
    const { heading, rows } = await readCamt054(await bank.fetch(`TWO-BLOCKS.movements-${number}.camt054.xml`));
    found.push([heading.accountNumber, (await collect(rows)).map(({ endToEndId }) => endToEndId)]);
  }
  expect(found).toEqual([
    ['0000123456', ['TWO-BLOCKS-KEL-1', 'TWO-BLOCKS-KEL-2']],
    ['0000123456', ['TWO-BLOCKS-KEL-3']],
  ]);
});

it('missing-status: paid and never told', async () => {
  await openBank({ 'missing-status': { share: '10%' } });
  await sendOrder();
  const report = await status(1);
  expect(report.rows).toHaveLength(COUNT - 2);
  await bank.untilIdle();
  expect(await bank.names('M1.status-')).toEqual(['M1.status-1.pain002.xml']);
  expect(await usage()).toHaveLength(COUNT);
});

it('duplicate-row: told twice, and counted so', async () => {
  await openBank({ 'duplicate-row': { count: 3 } });
  await sendOrder();
  const report = await status(1);
  expect(report.rows).toHaveLength(COUNT + 3);
  expect([...new Set(idsIn(report))]).toEqual(ordered());
});

it('amount-changed: told with another amount', async () => {
  await openBank({ 'amount-changed': { count: 1, byRupiah: -50_000 } });
  await sendOrder();
  const amounts = (await status(1)).rows.map(({ amountRupiah }) => amountRupiah);
  expect(amounts.filter((amount) => amount === 350_000n)).toHaveLength(1);
  expect(amounts.filter((amount) => amount === 400_000n)).toHaveLength(COUNT - 1);
});

it('unknown-row: told of what nobody ordered', async () => {
  await openBank({ 'unknown-row': { count: 2 } });
  await sendOrder();
  const ids = idsIn(await status(1));
  expect(ids.slice(0, COUNT)).toEqual(ordered());
  expect(new Set(ids).size).toBe(COUNT + 2);
});

it('empty-account: credited, unused and gone', async () => {
  await openBank({ 'empty-account': { count: 1 } });
  await sendOrder();
  await status(1);
  const gone = (await usage()).filter(({ withdrawnRupiah, balanceRupiah }) => withdrawnRupiah + balanceRupiah === 0n);
  expect(gone).toMatchObject([{ creditedRupiah: 400_000n, hasTransacted: false }]);
});

it('truncated-status: the first report breaks off in a row, the second is whole', async () => {
  await openBank({ 'truncated-status': {} });
  await sendOrder();
  await expect(status(1)).rejects.toMatchObject({ code: 'BANK_FILE_INCOMPLETE' });
  expect(await bank.text('M1.status-1.pain002.xml')).toMatch(/<TxInfAndSts>(?!.*<\/TxInfAndSts>)[^\n]*$/);
  expect(idsIn(await status(2))).toEqual(ordered());
});

it('wrong-control-sum: the first report does not add up, the second does', async () => {
  await openBank({ 'wrong-control-sum': {} });
  await sendOrder();
  const details = { declaredRupiah: '8000001', foundRupiah: '8000000' };
  await expect(status(1)).rejects.toMatchObject({ code: 'BANK_FILE_CONTROL_SUM', details });
  expect(idsIn(await status(2))).toEqual(ordered());
});

it('silence: paid and never answered', async () => {
  await openBank({ silence: {}, 'late-return': { count: 1 } });
  await sendOrder();
  await bank.until(() => Promise.resolve(bank.ask('SELECT 1 FROM payment_order').length === 1), 'the order');
  await bank.untilIdle();
  expect(await bank.names('')).toEqual([]);
  expect(await usage()).toHaveLength(COUNT);
});

it('whole-refusal: refused without a row, and paid when it is sent again', async () => {
  await openBank({ 'whole-refusal': { reason: 'AM04', times: 1 } });
  await sendOrder();
  const { heading, rows } = await status(1);
  expect(rows).toEqual([]);
  const totals = { originalCount: COUNT, originalControlSumRupiah: 8_000_000n };
  expect(heading).toMatchObject({ groupStatus: 'RJCT', reasonCode: 'AM04', ...totals });
  await bank.untilIdle();
  expect(bank.ask('SELECT 1 FROM instruction')).toEqual([]);
  await sendOrder();
  expect(idsIn(await status(2))).toEqual(ordered());
  await bank.untilIdle();
  expect((await status(1)).heading.reasonCode).toBe('AM04');
});

it('whole-refusal: an order that comes again under a new message id is the same order, and another is not', async () => {
  await openBank({ 'whole-refusal': { reason: 'AM04', times: 1 } });
  await sendOrder('M1-2', ordered('M1'));
  await bank.untilIdle();
  expect(bank.ask('SELECT 1 FROM instruction')).toEqual([]);
  await sendOrder('M1-3', ordered('M1'));
  await bank.untilIdle();
  expect(bank.ask('SELECT 1 FROM instruction')).toHaveLength(COUNT);
  await sendOrder('M10', ordered('M10'));
  await bank.untilIdle();
  expect(bank.ask('SELECT 1 FROM instruction')).toHaveLength(COUNT);
});

it('befalls the same instructions under a seed, others under another, and no instruction twice', async () => {
  const faults = { 'late-return': { count: 3 }, 'missing-status': { count: 3 }, 'amount-changed': { count: 3 } };
  const marked = async (seed: string) => {
    await openBank(faults, seed);
    await sendOrder();
    await status(1);
    const found = bank.ask('SELECT end_to_end_id AS id, fault FROM instruction WHERE fault IS NOT NULL ORDER BY id');
    if (seed !== 'last') await bank.close();
    return found.map(({ id, fault }) => `${String(id)} ${String(fault)}`);
  };
  const first = await marked('1');
  expect(first).toHaveLength(9);
  expect(await marked('1')).toEqual(first);
  expect(await marked('last')).not.toEqual(first);
});

it('refuses a scenario that it does not understand', async () => {
  bank = await TestBank.open();
  const file = join(dir, 'scenario.json');
  for (const faults of [{ typo: {} }, { 'late-return': {} }, { 'late-return': { count: 1, share: 0.1 } }]) {
    await writeFile(file, JSON.stringify({ faults }));
    expect(() => loadScenario(file)).toThrow();
  }
});
