import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readReturnInstruction, writeReturnInstruction } from './return-instruction.js';
import { readReturnReport, writeReturnReport } from './return-report.js';
import { readUsageReport, writeUsageReport, type UsageRow } from './usage-report.js';
import { readUsageRequest, writeUsageRequest } from './usage-request.js';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'records-'))));
afterAll(() => rm(dir, { recursive: true }));

async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of source) found.push(item);
  return found;
}

const request = { requestId: 'REQ1', messageId: 'MSG1', asOf: '2023-04-01' };
const usageRow = fc
  .record({ id: fc.uuid(), withdrawn: fc.bigInt(0n, 400_000n), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ id, withdrawn, day }): UsageRow => {
    const credited = { endToEndId: id, creditedRupiah: 400_000n, creditedOn: '2023-03-01' };
    const money = { withdrawnRupiah: withdrawn, balanceRupiah: 400_000n - withdrawn };
    if (withdrawn === 0n) return { ...credited, hasTransacted: false, ...money };
    return { ...credited, hasTransacted: true, transactedOn: `2023-03-${String(day).padStart(2, '0')}`, ...money };
  });

async function usageFile(rows: UsageRow[]): Promise<string> {
  const path = join(dir, 'usage.csv');
  await writeUsageReport(request, rows, createWriteStream(path));
  return path;
}
async function readUsage(path: string): Promise<UsageRow[]> {
  return collect((await readUsageReport(path)).rows);
}

describe('usage', () => {
  it('comes back as reported', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(usageRow, { maxLength: 20 }), async (rows) => {
        const path = await usageFile(rows);
        expect(await readUsage(path)).toEqual(rows);
        expect((await readUsageReport(path)).heading).toEqual(request);
      }),
      { numRuns: 30 },
    );
  });

  it('is never taken as whole when cut anywhere', async () => {
    const content = await readFile(await usageFile(fc.sample(usageRow, { numRuns: 5, seed: 1 })), 'utf8');
    const cut = join(dir, 'cut.csv');
    for (let length = 0; length < content.length - 1; length += 1) {
      await writeFile(cut, content.slice(0, length));
      await expect(readUsage(cut)).rejects.toMatchObject({ code: expect.stringMatching(/^BANK_FILE_/) as string });
    }
    await writeFile(cut, content.slice(0, Math.floor(content.length / 2)));
    await expect(readUsage(cut)).rejects.toMatchObject({ code: 'BANK_FILE_INCOMPLETE' });
  });

  it.each([
    [
      'BANK_FILE_CONTROL_SUM',
      { field: 'withdrawnRupiah', declaredRupiah: '2', foundRupiah: '1' },
      '1,1',
      'T,1,2,2,1,END',
    ],
    ['BANK_FILE_INCOMPLETE', { declared: 2, found: 1 }, '1,1', 'T,2,2,1,1,END'],
    ['BANK_FILE_UNREADABLE', { field: 'withdrawnRupiah', line: 2 }, '1.5,1', 'T,1,2,1,1,END'],
    ['BANK_FILE_UNREADABLE', { field: 'balanceRupiah', line: 2 }, '1,-1', 'T,1,2,1,1,END'],
  ])('is refused with %s %o', async (code, details, money, trailer) => {
    const path = join(dir, 'wrong.csv');
    const row = `D,E1,2,2023-03-01,Y,2023-03-02,${money}`;
    await writeFile(path, `H,USAGE-REPORT,1,REQ1,MSG1,2023-04-01\n${row}\n${trailer}\n`);
    await expect(readUsage(path)).rejects.toMatchObject({ code, details });
  });

  it.each([
    ['asOf', 1, '2023-04-31', '2023-03-01', '2023-03-02'],
    ['creditedOn', 2, '2023-04-01', '2023-02-30', '2023-03-02'],
    ['transactedOn', 2, '2023-04-01', '2023-03-01', '2023-02-29'],
    ['transactedOn', 2, '2023-04-01', '2023-03-01', '2023-13-01'],
    ['creditedOn', 2, '2023-04-01', '2023-03-00', '2023-03-02'],
  ])('is refused over a %s in line %i that no calendar has', async (field, line, asOf, creditedOn, transactedOn) => {
    const path = join(dir, 'no-such-day.csv');
    const row = `D,E1,2,${creditedOn},Y,${transactedOn},1,1`;
    await writeFile(path, `H,USAGE-REPORT,1,REQ1,MSG1,${asOf}\n${row}\nT,1,2,1,1,END\n`);
    await expect(readUsage(path)).rejects.toMatchObject({ code: 'BANK_FILE_UNREADABLE', details: { field, line } });
  });

  it('takes the 29th of February of a leap year', async () => {
    const path = join(dir, 'leap.csv');
    await writeUsageRequest({ ...request, asOf: '2024-02-29' }, createWriteStream(path));
    expect((await readUsageRequest(path)).asOf).toBe('2024-02-29');
  });

  it('is asked for by a request, and another kind of file is refused', async () => {
    const path = join(dir, 'request.csv');
    await writeUsageRequest(request, createWriteStream(path));
    expect(await readUsageRequest(path)).toEqual(request);
    await expect(readUsageReport(path)).rejects.toMatchObject({ code: 'BANK_FILE_UNREADABLE' });
  });
});

describe('returns', () => {
  const heading = { returnId: 'RET1', messageId: 'MSG1', instructedOn: '2023-06-15', count: 2, totalRupiah: 800_000n };
  const rows = [
    { endToEndId: 'E1', accountNumber: '0123456789', amountRupiah: 400_000n },
    // Held for a person, in no account.
    { endToEndId: 'E2', accountNumber: '', amountRupiah: 400_000n },
  ];
  const deposit = {
    ntpn: '0A1B2C3D4E5F6G7H',
    ntb: '123456789012',
    depositedRupiah: 400_000n,
    depositedOn: '2023-06-16',
  };
  const outcomes = [
    { endToEndId: 'E1', outcome: 'DEBITED' as const, debitedRupiah: 400_000n },
    { endToEndId: 'E2', outcome: 'WITHDRAWN_SINCE' as const, debitedRupiah: 0n },
  ];

  it('come back as instructed, leading zeros and all', async () => {
    const path = join(dir, 'return.csv');
    await writeReturnInstruction(heading, rows, createWriteStream(path));
    const read = await readReturnInstruction(path);
    expect(read.heading).toEqual(heading);
    expect(await collect(read.rows)).toEqual(rows);
  });

  it('are not written when they are not what the heading declares', async () => {
    const write = (changes: object) =>
      writeReturnInstruction({ ...heading, ...changes }, rows, createWriteStream(join(dir, 'bad.csv')));
    await expect(write({ count: 3 })).rejects.toMatchObject({ code: 'BANK_FILE_INCOMPLETE' });
    await expect(write({ totalRupiah: 1n })).rejects.toMatchObject({ code: 'BANK_FILE_CONTROL_SUM' });
  });

  it('are answered with outcomes and the receipt of the treasury', async () => {
    const path = join(dir, 'report.csv');
    await writeReturnReport('RET1', outcomes, deposit, createWriteStream(path));
    const report = await readReturnReport(path);
    expect(report).toMatchObject({ returnId: 'RET1', deposit, count: 2 });
    expect(await collect(report.rows)).toEqual(outcomes);
    await writeFile(path, (await readFile(path, 'utf8')).replace(deposit.ntpn, 'SHORT'));
    await expect(readReturnReport(path)).rejects.toMatchObject({ details: { field: 'ntpn', line: 4 } });
  });

  it('must deposit what was debited', async () => {
    const short = { ...deposit, depositedRupiah: 1n };
    const writing = writeReturnReport('RET1', outcomes, short, createWriteStream(join(dir, 'short.csv')));
    await expect(writing).rejects.toMatchObject({ code: 'BANK_FILE_CONTROL_SUM' });
  });
});
