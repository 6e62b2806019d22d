import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import type { MovementRow, NotificationHeading } from './camt.js';
import { readCamt053 } from './read-camt053.js';
import { readCamt054 } from './read-camt054.js';
import { writeCamt054 } from './write-camt054.js';

/** The published schemas are not part of this project; with a copy at hand (ISO20022_XSD_DIR) files are held to them. */
const schemaDir = process.env['ISO20022_XSD_DIR'] ?? '';
const itWithSchemas = existsSync(schemaDir) ? it : it.skip;

const FIXTURES = join(import.meta.dirname, '../../../../tests/support/fixtures/bank-movements');
const debit = join(FIXTURES, 'camt054-debit.xml');
const returned = join(FIXTURES, 'camt054-return.xml');
const statement = join(FIXTURES, 'camt053-does-not-tie.xml');

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'camt-'))));
afterAll(() => rm(dir, { recursive: true }));

type Opened<Heading> = Promise<{ readonly heading: Heading; readonly rows: AsyncIterable<MovementRow> }>;

async function all<Heading>(opened: Opened<Heading>): Promise<{ heading: Heading; rows: MovementRow[] }> {
  const { heading, rows } = await opened;
  const found: MovementRow[] = [];
  for await (const row of rows) found.push(row);
  return { heading, rows: found };
}

/** A copy of a file in which every one of these texts has become the other. */
async function changed(path: string, ...changes: (readonly [RegExp | string, string])[]): Promise<string> {
  const copy = join(dir, 'changed.xml');
  const content = await readFile(path, 'utf8');
  const spoilt = changes.reduce((text, [from, to]) => text.replaceAll(from, to), content);
  expect(spoilt).not.toBe(content);
  await writeFile(copy, spoilt);
  return copy;
}

const A = { endToEndId: 'FAMILY-A', amountRupiah: 400_000n, originalMessageId: 'ORDER-1' };
const B = { ...A, endToEndId: 'FAMILY-B' };
const TIES = [['9300000.00', '9200000.00']] as const;
const SECOND_OF_2 = /<\/TxDtls><\/NtryDtls><\/Ntry>\n<Ntry>.*?<TxDtls>/g;
/** The second entry's payment moved into the first, which becomes a batch of Rp800.000. */
const BATCH = [
  [SECOND_OF_2, '</TxDtls><TxDtls>'],
  [/(<Ntry><Amt Ccy="IDR">)400000/g, '$1800000'],
] as const;

describe('a notification (camt.054)', () => {
  it('gives a row for every debit', async () => {
    expect(await all(readCamt054(debit))).toEqual({
      heading: {
        messageId: 'NTF-13A',
        createdAt: new Date('2023-03-02T10:00:00.000Z'),
        accountNumber: '0000123456',
        notificationId: 'NTF-13A',
      },
      rows: [
        { ...A, direction: 'debit', bookedOn: '2023-03-02', reference: 'TRX-13A-1' },
        { ...B, direction: 'debit', bookedOn: '2023-03-02', reference: 'TRX-13A-2' },
      ],
    });
  });

  it('gives a return with its reason', async () => {
    const { rows } = await all(readCamt054(returned));
    const money = { direction: 'credit', bookedOn: '2023-03-03', reasonCode: 'AC04', reference: 'TRX-13B-1' };
    expect(rows).toEqual([{ ...A, ...money }]);
  });

  it('gives a row for each payment of a batch, which must add up to their entry', async () => {
    const { rows } = await all(readCamt054(await changed(debit, ...BATCH)));
    expect(rows.map(({ endToEndId, amountRupiah, reference }) => [endToEndId, amountRupiah, reference])).toEqual([
      ['FAMILY-A', 400_000n, 'TRX-13A-1'],
      ['FAMILY-B', 400_000n, 'TRX-13A-1'],
    ]);
    const short = all(readCamt054(await changed(debit, BATCH[0])));
    const details = { field: 'Ntry', declaredRupiah: '-400000', foundRupiah: '-800000' };
    await expect(short).rejects.toMatchObject({ code: 'BANK_FILE_CONTROL_SUM', details });
  });

  it('takes the amount and the side of the entry for its only payment, and of none of two', async () => {
    const silent = [/(<\/Refs>)<Amt.*?<\/CdtDbtInd>/g, '$1'] as const;
    const { rows } = await all(readCamt054(await changed(debit, silent)));
    expect(rows).toMatchObject([A, B].map((row) => ({ ...row, direction: 'debit' })));
    const both = all(readCamt054(await changed(debit, silent, ...BATCH)));
    await expect(both).rejects.toMatchObject({ code: 'BANK_FILE_UNREADABLE', details: { field: 'Amt', row: 1 } });
  });

  it('names nobody where the bank names nobody', async () => {
    const { rows } = await all(readCamt054(await changed(debit, [/<NtryDtls>.*?<\/NtryDtls>/g, ''])));
    const money = { direction: 'debit', amountRupiah: 400_000n, bookedOn: '2023-03-02' };
    expect(rows).toEqual([1, 2].map((n) => ({ endToEndId: 'NOTPROVIDED', ...money, reference: `TRX-13A-${n}` })));
  });

  it('counts what is booked only', async () => {
    expect((await all(readCamt054(await changed(debit, ['BOOK', 'PDNG'])))).rows).toEqual([]);
  });

  it('reads a moment of booking as the day in Jakarta', async () => {
    const late = await changed(returned, [
      '<BookgDt><Dt>2023-03-03</Dt>',
      '<BookgDt><DtTm>2023-03-03T18:00:00Z</DtTm>',
    ]);
    expect((await all(readCamt054(late))).rows).toMatchObject([{ bookedOn: '2023-03-04' }]);
  });

  it('reads several notifications of one account, and refuses those of two', async () => {
    const second = '</Ntfctn><Ntfctn><Id>N2</Id><Acct><Id><Othr><Id>0000123456</Id></Othr></Id></Acct>';
    const split = [/(<\/Ntry>\n)(<Ntry>)/g, `$1${second}$2`] as const;
    expect((await all(readCamt054(await changed(debit, split)))).rows).toMatchObject([A, B]);
    const other = [split[0], split[1].replace('0000123456', '0000999999')] as const;
    const reading = all(readCamt054(await changed(debit, other)));
    await expect(reading).rejects.toMatchObject({ code: 'BANK_FILE_UNREADABLE', details: { field: 'Acct' } });
  });

  it.each([
    ['BANK_FILE_CURRENCY', { currency: 'USD' }, 'Ccy="IDR"', 'Ccy="USD"'],
    ['BANK_FILE_CURRENCY', { currency: 'USD' }, '<Ccy>IDR', '<Ccy>USD'],
    ['BANK_FILE_UNREADABLE', { field: 'Ccy' }, ' Ccy="IDR"', ''],
    ['BANK_FILE_VERSION', { found: 'camt.054.001.02', expected: 'camt.054.001.08' }, '054.001.08', '054.001.02'],
    ['BANK_FILE_UNREADABLE', { field: 'BookgDt', row: 1 }, '<Dt>2023-03-02', '<Dt>2023-02-30'],
    ['BANK_FILE_UNREADABLE', { field: 'CreDtTm' }, '<CreDtTm>2023-03-02', '<CreDtTm>2023-02-30'],
    ['BANK_FILE_UNREADABLE', { field: 'Amt', row: 1 }, '400000.00', '400000.50'],
    ['BANK_FILE_UNREADABLE', { field: 'CdtDbtInd', row: 1 }, 'DBIT', 'BOTH'],
    ['BANK_FILE_UNREADABLE', { field: 'Acct' }, /<Acct>.*?<\/Acct>/g, ''],
    ['BANK_FILE_UNREADABLE', {}, '<Document', '<!DOCTYPE Document><Document'],
  ])('is refused with %s %o', async (code, details, from, to) => {
    const reading = all(readCamt054(await changed(debit, [from, to])));
    await expect(reading).rejects.toMatchObject({ code, details });
  });

  it.each(['054', '053'] as const)('%s is unreadable when cut anywhere', async (kind) => {
    const content = await readFile(kind === '054' ? debit : await changed(statement, ...TIES), 'utf8');
    const cut = join(dir, 'cut.xml');
    for (let length = 0; length < content.trimEnd().length; length += 11) {
      await writeFile(cut, content.slice(0, length));
      const reading = kind === '054' ? all<unknown>(readCamt054(cut)) : all<unknown>(readCamt053(cut));
      await expect(reading).rejects.toMatchObject({ code: 'BANK_FILE_UNREADABLE' });
    }
  });
});

describe('a statement (camt.053)', () => {
  it('gives balances and rows when they tie', async () => {
    const { heading, rows } = await all(readCamt053(await changed(statement, ...TIES)));
    expect(heading).toEqual({
      messageId: 'STM-14',
      createdAt: new Date('2023-03-02T10:00:00.000Z'),
      accountNumber: '0000123456',
      statementId: 'STM-14',
      openingRupiah: 10_000_000n,
      closingRupiah: 9_200_000n,
    });
    expect(rows).toMatchObject([A, B].map((row) => ({ ...row, direction: 'debit', bookedOn: '2023-03-02' })));
  });

  it('is refused when money is missing between opening, entries and closing', async () => {
    await expect(all(readCamt053(statement))).rejects.toMatchObject({
      code: 'BANK_FILE_CONTROL_SUM',
      details: { field: 'CLBD', declaredRupiah: '9300000', foundRupiah: '9200000', missingRupiah: '100000' },
    });
  });

  it('adds credits, counts an overdrawn account below zero, and nothing that is pending', async () => {
    const credits = await changed(statement, [/(400000.00<\/Amt><CdtDbtInd>)DBIT/g, '$1CRDT'], ['9300000', '10800000']);
    expect((await all(readCamt053(credits))).rows.map(({ direction }) => direction)).toEqual(['credit', 'credit']);
    const overdrawn = [/9300000.00<\/Amt><CdtDbtInd>CRDT/g, '800000.00</Amt><CdtDbtInd>DBIT'] as const;
    const empty = await all(readCamt053(await changed(statement, ['10000000', '0'], overdrawn)));
    expect(empty.heading).toMatchObject({ openingRupiah: 0n, closingRupiah: -800_000n });
    const pending = await changed(statement, ['BOOK', 'PDNG'], ['9300000', '10000000']);
    expect((await all(readCamt053(pending))).rows).toEqual([]);
  });

  it.each([
    ['BANK_FILE_UNREADABLE', { field: 'OPBD' }, 'OPBD', 'ITBD'],
    ['BANK_FILE_UNREADABLE', { field: 'CLBD' }, 'CLBD', 'CLAV'],
    ['BANK_FILE_UNREADABLE', { field: 'Stmt' }, '</Stmt>', '</Stmt><Stmt></Stmt>'],
    ['BANK_FILE_CURRENCY', { currency: 'USD' }, 'Ccy="IDR"', 'Ccy="USD"'],
    ['BANK_FILE_VERSION', { found: 'camt.053.001.02', expected: 'camt.053.001.08' }, '053.001.08', '053.001.02'],
  ])('is refused with %s %o', async (code, details, from, to) => {
    const reading = all(readCamt053(await changed(statement, ...TIES, [from, to])));
    await expect(reading).rejects.toMatchObject({ code, details });
  });

  it('is not mistaken for a notification', async () => {
    await expect(readCamt054(statement)).rejects.toMatchObject({
      code: 'BANK_FILE_VERSION',
      details: { found: 'camt.053.001.08', expected: 'camt.054.001.08' },
    });
  });
});

const movement: fc.Arbitrary<MovementRow> = fc.record(
  {
    endToEndId: fc.stringMatching(/^[A-Z0-9]{1,35}$/),
    direction: fc.constantFrom('debit', 'credit'),
    amountRupiah: fc.bigInt(1n, 10n ** 12n),
    bookedOn: fc.constantFrom('2023-03-02', '2024-02-29'),
    reasonCode: fc.constantFrom('AC04', 'XX99'),
    reference: fc.stringMatching(/^[A-Z0-9]{1,35}$/),
    originalMessageId: fc.constant('ORDER-1'),
  },
  { requiredKeys: ['endToEndId', 'direction', 'amountRupiah', 'bookedOn'] },
);

describe('a notification of our own', () => {
  const heading: NotificationHeading = {
    messageId: 'N1',
    createdAt: new Date('2023-03-03T10:00:00.000Z'),
    accountNumber: '0000123456',
    notificationId: 'N1',
  };
  const write = async (rows: MovementRow[]): Promise<string> => {
    const path = join(dir, 'written.xml');
    await writeCamt054(heading, rows, createWriteStream(path));
    return path;
  };

  it('comes back as written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(movement, { maxLength: 20 }), async (rows) => {
        expect(await all(readCamt054(await write(rows)))).toEqual({ heading, rows });
      }),
      { numRuns: 30 },
    );
  });

  itWithSchemas('is what the schema asks for', async () => {
    using xsd = XmlDocument.fromBuffer(readFileSync(join(schemaDir, 'camt.054.001.08.xsd')));
    using validator = XsdValidator.fromDoc(xsd);
    using document = XmlDocument.fromBuffer(readFileSync(await write(fc.sample(movement, 20))));
    validator.validate(document);
  });
});
