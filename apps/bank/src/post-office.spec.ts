import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type PaymentInstruction, readReturnReport, writePain001, writeReturnInstruction } from '#channels';
import { paymentsOf } from './testing/orders.js';
import { TestBank } from './testing/test-bank.js';

const EVERY_TIME = { BANK_PENDING_RATE: '0%', BANK_ABSENT_RATE: '0%', BANK_NOT_TRANSACTED_RATE: '0%' };
const open = (environment: Record<string, string>) => TestBank.open({ ...EVERY_TIME, ...environment });

const about = (number: number) => ({
  endToEndId: `HELD-${number}`,
  amountRupiah: 600_000n,
  creditorName: 'SITI CONTOH',
  creditorBankCode: 'POS',
});
const HELD: readonly PaymentInstruction[] = [1, 2, 3].map((number) => ({
  ...about(number),
  pickup: { nationalId: `327503410785000${number}`, addressLines: ['Jl. Contoh 4', 'RT 004 RW 012 Bekasi Jaya'] },
}));
const TO_ACCOUNT: PaymentInstruction = { ...about(4), creditorAccount: '0077000011' };

async function order(bank: TestBank, instructions: readonly PaymentInstruction[]): Promise<void> {
  const heading = {
    ...{ messageId: 'HELD', createdAt: new Date('2023-03-01T01:00:00Z'), executionDate: '2023-03-02' },
    ...{ debtorName: 'RPL CONTOH', debtorAccount: '0012345678', count: instructions.length },
    controlSumRupiah: BigInt(instructions.length) * 600_000n,
  };
  const path = join(bank.dir, 'order.xml');
  async function* each() {
    await Promise.resolve();
    yield* instructions;
  }
  await writePain001(heading, each(), createWriteStream(path));
  await bank.lay('HELD.pain001.xml', path);
}

async function outcomes(bank: TestBank): Promise<unknown[]> {
  const { rows } = await bank.report('HELD.status-1.pain002.xml');
  return rows.map(({ endToEndId, status, reasonCode }) => [endToEndId, status, reasonCode]);
}

it('holds money for a person at a post office, and pays into its accounts too', async () => {
  const bank = await open({ BANK_KIND: 'post', BANK_REJECT_RATE: '0%' });
  await order(bank, [...HELD, TO_ACCOUNT]);
  expect(await outcomes(bank)).toEqual([1, 2, 3, 4].map((number) => [`HELD-${number}`, 'ACSC', undefined]));
  expect(paymentsOf(bank, 'HELD').map(({ account }) => account)).toEqual(['', '', '', '0077000011']);
  await bank.close();
});

it('gives back what nobody fetched, and nothing that was fetched', async () => {
  const bank = await open({ BANK_KIND: 'post', BANK_REJECT_RATE: '0%', BANK_NOT_TRANSACTED_RATE: '34%' });
  await order(bank, HELD);
  await outcomes(bank);
  const path = join(bank.dir, 'return.csv');
  const rows = HELD.map(({ endToEndId, amountRupiah }) => ({ endToEndId, accountNumber: '', amountRupiah }));
  const totals = { count: rows.length, totalRupiah: 1_800_000n };
  const heading = { returnId: 'RTN-HELD', messageId: 'HELD', instructedOn: '2023-06-15', ...totals };
  await writeReturnInstruction(heading, rows, createWriteStream(path));
  await bank.lay('RTN-HELD.return.csv', path);
  const report = await readReturnReport(await bank.fetch('RTN-HELD.return-report.csv'));
  const debited: bigint[] = [];
  for await (const { debitedRupiah } of report.rows) debited.push(debitedRupiah);
  expect(debited.filter((rupiah) => rupiah > 0n)).toEqual([600_000n]);
  expect(report.deposit.depositedRupiah).toBe(600_000n);
  await bank.close();
});

it('is refused by a bank, which has no counter; what goes into an account is paid', async () => {
  const bank = await open({ BANK_REJECT_RATE: '0%' });
  await order(bank, [...HELD, TO_ACCOUNT]);
  expect(await outcomes(bank)).toEqual([
    ...[1, 2, 3].map((number) => [`HELD-${number}`, 'RJCT', 'AG03']),
    ['HELD-4', 'ACSC', undefined],
  ]);
  await bank.close();
});

it('gives no reason of an account for money that was held for a person', async () => {
  const bank = await open({ BANK_KIND: 'post', BANK_REJECT_RATE: '100%' });
  await order(bank, HELD);
  const reasons = (await bank.report('HELD.status-1.pain002.xml')).rows.map(({ reasonCode }) => reasonCode);
  expect(['BE01', 'BE04', 'MD07']).toEqual(expect.arrayContaining(reasons));
  await bank.close();
});
