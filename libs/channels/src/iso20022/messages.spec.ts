import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { formatAmount, parseAmount } from './amount.js';
import type { PaymentInstruction } from './pain001.js';
import type { StatusReportHeading, StatusRow } from './pain002.js';
import { readPain001 } from './read-pain001.js';
import { readPain002 } from './read-pain002.js';
import { writePain001 } from './write-pain001.js';
import { writePain002 } from './write-pain002.js';
import { toBankText } from './xml-text.js';

/** The published schemas are not part of this project; with a copy at hand (ISO20022_XSD_DIR) files are held to them. */
const schemaDir = process.env['ISO20022_XSD_DIR'] ?? '';
const itWithSchemas = existsSync(schemaDir) ? it : it.skip;

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'messages-'))));
afterAll(() => rm(dir, { recursive: true }));

const said = {
  endToEndId: fc.stringMatching(/^[A-Z0-9]{1,35}$/),
  amountRupiah: fc.bigInt(1n, 10n ** 12n),
  creditorName: fc.constantFrom('SITI CONTOH', "O'CONTOH", 'A.B (C)'),
  creditorBankCode: fc.constant('009'),
};
const toAccount = fc.record({ ...said, creditorAccount: fc.stringMatching(/^\d{10,16}$/) });
const held = fc.record({
  ...said,
  pickup: fc.record({
    nationalId: fc.stringMatching(/^\d{16}$/),
    addressLines: fc.array(fc.constantFrom('Jl. Contoh No. 4', 'RT 004 RW 012 Bekasi Jaya'), { maxLength: 2 }),
  }),
});
const instruction = fc.oneof(toAccount, held);

async function collect<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of source) found.push(item);
  return found;
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  await Promise.resolve();
  yield* items;
}

async function pain001File(instructions: PaymentInstruction[], changes: object = {}): Promise<string> {
  const path = join(dir, 'order.xml');
  const order = {
    messageId: 'MSG1',
    createdAt: new Date('2023-03-01T01:02:03.000Z'),
    executionDate: '2023-03-02',
    debtorName: 'RPL PROGRAM SEMBAKO',
    debtorAccount: '0012345678',
    count: instructions.length,
    controlSumRupiah: instructions.reduce((sum, { amountRupiah }) => sum + amountRupiah, 0n),
    ...changes,
  };
  await writePain001(order, each(instructions), createWriteStream(path));
  return path;
}
const readOrder = async (path: string) => collect((await readPain001(path)).rows);
const seeded = { numRuns: 2, seed: 7 };
const one = [...fc.sample(toAccount, seeded), ...fc.sample(held, { ...seeded, numRuns: 1 })];

function assertValid(path: string, schema: string): void {
  using xsd = XmlDocument.fromBuffer(readFileSync(join(schemaDir, schema)));
  using validator = XsdValidator.fromDoc(xsd);
  using document = XmlDocument.fromBuffer(readFileSync(path));
  validator.validate(document);
}

describe('pain.001', () => {
  it('comes back as ordered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(instruction, { minLength: 1, maxLength: 20 }), async (instructions) => {
        const path = await pain001File(instructions);
        const debtor = { debtorName: 'RPL PROGRAM SEMBAKO', debtorAccount: '0012345678' };
        const block = { paymentInformationId: 'MSG1', executionDate: '2023-03-02', ...debtor };
        expect(await readOrder(path)).toEqual(instructions.map((row) => ({ ...row, block })));
        const { heading } = await readPain001(path);
        expect(heading).toMatchObject({ messageId: 'MSG1', count: instructions.length });
      }),
      { numRuns: 30 },
    );
  });

  itWithSchemas('is what the schema asks for', async () => {
    assertValid(await pain001File(one), 'pain.001.001.09.xsd');
  });

  it('is not written when instructions differ from the order', async () => {
    await expect(pain001File(one, { count: 4 })).rejects.toMatchObject({ code: 'BANK_FILE_INCOMPLETE' });
    await expect(pain001File(one, { controlSumRupiah: 1n })).rejects.toMatchObject({ code: 'BANK_FILE_CONTROL_SUM' });
  });

  it('refuses an id that would have to be cut', async () => {
    const uuid = '123e4567-e89b-42d3-a456-426614174000';
    await expect(pain001File(one, { messageId: uuid })).rejects.toMatchObject({
      code: 'BANK_FILE_REFERENCE',
      details: { field: 'MsgId', length: 36 },
    });
  });

  it('is never taken as whole when cut anywhere', async () => {
    const content = await readFile(await pain001File(one), 'utf8');
    const cut = join(dir, 'cut.xml');
    for (let length = 0; length < content.trimEnd().length; length += 7) {
      await writeFile(cut, content.slice(0, length));
      await expect(readOrder(cut)).rejects.toMatchObject({ code: 'BANK_FILE_INCOMPLETE' });
    }
  });

  it.each([
    ['BANK_FILE_CONTROL_SUM', /<CtrlSum>\d+/g, '<CtrlSum>1'],
    ['BANK_FILE_INCOMPLETE', /<NbOfTxs>\d+/g, '<NbOfTxs>9'],
    ['BANK_FILE_UNREADABLE', /Ccy="IDR"/, 'Ccy="USD"'],
    ['BANK_FILE_UNREADABLE', /(<InstdAmt[^>]*>)\d+\.00/, '$110.50'],
    ['BANK_FILE_UNREADABLE', /(<InstdAmt[^>]*>)\d+\.00/, '$10.00'],
    ['BANK_FILE_UNREADABLE', /<CdtrAcct>.*?<\/CdtrAcct>/, ''],
    ['BANK_FILE_UNREADABLE', /<Id><PrvtId>.*?<\/PrvtId><\/Id>/, ''],
    ['BANK_FILE_UNREADABLE', /<InstrForCdtrAgt>.*?<\/InstrForCdtrAgt>/, ''],
    ['BANK_FILE_UNREADABLE', /<Document/, '<!DOCTYPE x><Document'],
    ['BANK_FILE_UNREADABLE', /<Dt>2023-03-02/, '<Dt>2023-02-30'],
    ['BANK_FILE_UNREADABLE', /<CreDtTm>2023-03-01/, '<CreDtTm>2023-02-29'],
    ['BANK_FILE_VERSION', /pain\.001\.001\.09/, 'pain.001.001.03'],
    ['BANK_FILE_UNREADABLE', /<\/Cdtr>/, ''],
  ])('is refused with %s when %s becomes %s', async (code, pattern, replacement) => {
    const path = await pain001File(one);
    await writeFile(path, (await readFile(path, 'utf8')).replace(pattern, replacement));
    await expect(readOrder(path)).rejects.toMatchObject({ code });
  });
});

const statusRow: fc.Arbitrary<StatusRow> = fc.record(
  {
    endToEndId: fc.stringMatching(/^[A-Z0-9]{1,35}$/),
    status: fc.constantFrom('ACSC', 'RJCT', 'PDNG', 'ZZZZ'),
    reasonCode: fc.constantFrom('AC04', 'XX99'),
    amountRupiah: fc.bigInt(1n, 10n ** 9n),
  },
  { requiredKeys: ['endToEndId', 'status'] },
);
const report: StatusReportHeading = {
  messageId: 'RPT1',
  createdAt: new Date('2023-03-02T01:00:00.000Z'),
  originalMessageId: 'MSG1',
  originalCount: 3,
  originalControlSumRupiah: 1_200_000n,
  groupStatus: 'PART',
  totals: [],
};

async function pain002File(heading: StatusReportHeading, rows: StatusRow[]): Promise<string> {
  const path = join(dir, 'status.xml');
  await writePain002(heading, rows, createWriteStream(path));
  return path;
}
const readRows = async (path: string) => collect((await readPain002(path)).rows);

describe('pain.002', () => {
  it('comes back as reported, unknown codes and all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(statusRow, { maxLength: 20 }), async (rows) => {
        const path = await pain002File(report, rows);
        expect(await readRows(path)).toEqual(rows);
        expect((await readPain002(path)).heading).toEqual(report);
      }),
      { numRuns: 30 },
    );
  });

  itWithSchemas('is what the schema asks for, with rows and without', async () => {
    const totals = [{ status: 'RJCT', count: 3, sumRupiah: 1n }];
    assertValid(await pain002File({ ...report, totals }, fc.sample(statusRow, 5)), 'pain.002.001.10.xsd');
    assertValid(await pain002File({ ...report, groupStatus: 'RJCT', reasonCode: 'AM10' }, []), 'pain.002.001.10.xsd');
  });

  it('gives a silent row the status of its block, then of the group', async () => {
    const path = await pain002File(report, [{ endToEndId: 'E1', status: 'ACSC' }]);
    const silent = (await readFile(path, 'utf8')).replace('<TxSts>ACSC</TxSts>', '');
    await writeFile(path, silent);
    expect(await readRows(path)).toEqual([{ endToEndId: 'E1', status: 'PART' }]);
    await writeFile(path, silent.replace('</OrgnlPmtInfId>', '</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>'));
    expect(await readRows(path)).toEqual([{ endToEndId: 'E1', status: 'RJCT' }]);
  });

  it('holds rows to the declared counts and sums, but lets exceptions-only reports leave out the rest', async () => {
    const rows = [{ endToEndId: 'E1', status: 'RJCT', amountRupiah: 5n }];
    const withTotals = (count: number, sumRupiah: bigint) =>
      pain002File(
        {
          ...report,
          totals: [
            { status: 'RJCT', count, sumRupiah },
            { status: 'ACSC', count: 2 },
          ],
        },
        rows,
      );
    expect(await readRows(await withTotals(1, 5n))).toEqual(rows);
    await expect(readRows(await withTotals(2, 5n))).rejects.toMatchObject({ code: 'BANK_FILE_INCOMPLETE' });
    await expect(readRows(await withTotals(1, 6n))).rejects.toMatchObject({ code: 'BANK_FILE_CONTROL_SUM' });
  });

  it.each([
    [
      'BANK_FILE_VERSION',
      { found: 'pain.002.001.03', expected: 'pain.002.001.10' },
      /pain\.002\.001\.10/,
      'pain.002.001.03',
    ],
    ['BANK_FILE_CURRENCY', { currency: 'USD' }, /Ccy="IDR"/, 'Ccy="USD"'],
    ['BANK_FILE_UNREADABLE', { field: 'Ccy', row: 1 }, / Ccy="IDR"/, ''],
    ['BANK_FILE_UNREADABLE', { field: 'CreDtTm' }, /<CreDtTm>2023-03-02/, '<CreDtTm>2023-02-30'],
  ])('is refused with %s %o', async (code, details, pattern, replacement) => {
    const path = await pain002File(report, [{ endToEndId: 'E1', status: 'ACSC', amountRupiah: 400_000n }]);
    await writeFile(path, (await readFile(path, 'utf8')).replace(pattern, replacement));
    await expect(readRows(path)).rejects.toMatchObject({ code, details });
  });

  it('refuses a row that names nobody', async () => {
    const path = await pain002File(report, [{ endToEndId: 'E1', status: 'ACSC' }]);
    await writeFile(path, (await readFile(path, 'utf8')).replace(/<OrgnlEndToEndId>.*<\/OrgnlEndToEndId>/, ''));
    await expect(readRows(path)).rejects.toMatchObject({ code: 'BANK_FILE_UNREADABLE' });
  });
});

describe('amounts and names', () => {
  it('reads back every amount it writes, and no fraction', () => {
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 18n - 1n), (amount) => parseAmount(formatAmount(amount)) === amount));
    expect(['200000', '200000.0', '200000.00'].map(parseAmount)).toEqual([200_000n, 200_000n, 200_000n]);
    expect(['1.5', '1e5', '-1', '', '1,000'].map(parseAmount)).toEqual(Array(5).fill(undefined));
  });

  it('writes names in the characters banks exchange', () => {
    expect(toBankText('Siti Nur‘aini & Café')).toBe('Siti Nur aini Cafe');
    expect(toBankText('王')).toBe('NOTPROVIDED');
  });
});
