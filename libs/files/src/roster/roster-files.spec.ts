import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { blankRosterCells, ROSTER_COLUMNS, type RosterColumn, type RosterRow } from '#domain';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { sha256OfFile } from '../sha256.js';
import { zipBytes } from '../zip/zip-writer.js';
import { readRosterRows } from './read-roster-rows.js';
import { writeRosterCsv, writeRosterXlsx, type RosterRecord } from './write-roster.js';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'roster-'))));
afterAll(() => rm(dir, { recursive: true }));

async function readAll(path: string, limits = {}): Promise<RosterRow[]> {
  const rows: RosterRow[] = [];
  for await (const row of readRosterRows(path, limits)) rows.push(row);
  return rows;
}
const at = (name: string) => join(dir, name);
const record = (changes: Partial<RosterRecord> = {}): RosterRecord => ({ ...blankRosterCells(), NIK: 'x', ...changes });
const refusal = (code: string, details: object = {}): unknown =>
  expect.objectContaining({ code, details: expect.objectContaining(details) as object });

describe.each(['csv', 'xlsx'] as const)('a roster as %s', (format) => {
  const write = format === 'csv' ? writeRosterCsv : writeRosterXlsx;

  it('comes back as it was written, whatever the text', async () => {
    // Text as people type it: what nobody sees, marks of formulas, errors and digits are read otherwise, on purpose.
    const text = fc
      .string({ unit: fc.constantFrom(...Array.from('AbÇé 字ß🏠&<>"\'();,.-_x0041\\/')), maxLength: 20 })
      .map((value) => `N${value}N`);
    const cells = fc.record(
      Object.fromEntries(ROSTER_COLUMNS.map((column) => [column, text])) as Record<RosterColumn, typeof text>,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 5 }), async (records) => {
        const path = at(`round.${format}`);
        const filled = records.map((each) => ({ ...each, NIK: '3275014101800042', RT: '001', RW: '002' }));
        await write(filled, createWriteStream(path));
        expect((await readAll(path)).map((row) => row.cells)).toEqual(filled);
      }),
      { numRuns: 30 },
    );
  });

  it('tells formulas and numbers the rows they stand in', async () => {
    const path = at(`stored.${format}`);
    const formula = { formula: '200000*2', result: 400_000 };
    await write([record(), record({ NOMINAL: formula, RT: '001' })], createWriteStream(path));
    const [first, second] = await readAll(path);
    expect(first).toMatchObject({ rowNumber: 2, formulaColumns: [] });
    expect(second).toMatchObject({ rowNumber: 3, formulaColumns: ['NOMINAL'] });
    expect(second?.cells).toMatchObject({ RT: '001', NOMINAL: format === 'csv' ? '=200000*2' : '400000' });
  });

  it('names the columns that are missing, and the limit that was passed', async () => {
    const path = at(`limit.${format}`);
    await write([record(), record(), record()], createWriteStream(path));
    await expect(readAll(path, { maxRows: 2 })).rejects.toEqual(refusal('FILE_TOO_MANY_ROWS', { maxRows: 2 }));
    await expect(readAll(path, { maxBytes: 10 })).rejects.toEqual(refusal('FILE_TOO_LARGE', { maxBytes: 10 }));
    expect(await readAll(path, { maxRows: 3 })).toHaveLength(3);
  });

  it('refuses a header without rows', async () => {
    await write([], createWriteStream(at(`none.${format}`)));
    await expect(readAll(at(`none.${format}`))).rejects.toEqual(refusal('FILE_EMPTY'));
  });

  it('writes the same bytes for the same rows', async () => {
    await write([record()], createWriteStream(at('one')));
    await write([record()], createWriteStream(at('two')));
    expect(await sha256OfFile(at('one'))).toBe(await sha256OfFile(at('two')));
  });
});

describe('a CSV roster', () => {
  const header = ROSTER_COLUMNS.join(';');

  it('is read with semicolons, a byte-order mark, titles above and column numbers below its header', async () => {
    const numbers = ROSTER_COLUMNS.map((_, index) => index + 1).join(';');
    const values = ROSTER_COLUMNS.map((column) => (column === 'NIK' ? '3,27501E+15' : 'isi')).join(';');
    await writeFile(at('excel.csv'), `\uFEFFDAFTAR KPM\r\n\r\n${header}\r\n${numbers}\r\n;;\r\n${values}\r\n`);
    const rows = await readAll(at('excel.csv'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ rowNumber: 6, numberColumns: ['NIK'], inexactColumns: ['NIK'] });
    expect(rows[0]?.cells.NIK).toBe('3275010000000000');
  });

  it('names missing and unexpected columns but does not repeat data', async () => {
    const wrong = header.replace('NKK', 'NO REGISTER').replace('NAMA LENGKAP', '3275014101800042');
    await writeFile(at('columns.csv'), `${wrong}\nisi\n`);
    const details = { missing: ['NKK', 'NAMA LENGKAP'], unexpected: ['NO REGISTER', '…'], row: 1 };
    await expect(readAll(at('columns.csv'))).rejects.toEqual(refusal('ROSTER_COLUMNS', details));
  });

  it.each([
    ['FILE_EMPTY', Buffer.alloc(0)],
    ['FILE_TYPE', Buffer.from('%PDF-1.7')],
    ['FILE_TYPE', Buffer.from('<html><table>')],
    ['ROSTER_COLUMNS', Buffer.from('\uFEFFNIK;NKK', 'utf16le')],
    ['FILE_UNREADABLE', Buffer.from(`\uFEFF${header}\n`, 'utf16le').subarray(0, -1)],
    ['FILE_OLD_EXCEL', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    [
      'FILE_PASSWORD',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['FILE_QUOTE_OPEN', Buffer.from(`${header}\n"never closed\n`)],
    ['FILE_UNREADABLE', Buffer.concat([Buffer.from(`${header}\nÉ`), Buffer.from([0xff, 0xfe, 0x41])])],
    ['FILE_UNREADABLE', Buffer.concat([Buffer.from(`${header}\n`), Buffer.from([0x41, 0x81, 0x41])])],
    ['FILE_ROW_TOO_LONG', Buffer.from(`${header}\n${'x'.repeat(40_000)}\n`)],
    ['FILE_ROW_TOO_LONG', Buffer.from(`${header}\n${';'.repeat(20_000)}\n`)],
    ['FILE_UNREADABLE', Buffer.from('PK\x03\x04 and no directory')],
  ])('is refused as %s', async (code, content) => {
    await writeFile(at('refused.csv'), content);
    await expect(readAll(at('refused.csv'))).rejects.toEqual(refusal(code));
  });
});

describe('an XLSX roster from another program', () => {
  it('gives shared text, dates, cached results and lost digits', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Sembunyi', { state: 'hidden' }).addRow(['x']);
    const sheet = workbook.addWorksheet('BNBA');
    sheet.addRow([...ROSTER_COLUMNS]);
    const row = ROSTER_COLUMNS.map((): ExcelJS.CellValue => 'sama');
    const put = (column: RosterColumn, value: ExcelJS.CellValue) => (row[ROSTER_COLUMNS.indexOf(column)] = value);
    put('NIK', 3275014101800042);
    put('NKK', 3275014101800040);
    put('TANGGAL LAHIR', new Date(Date.UTC(1980, 0, 31)));
    put('NOMINAL', { formula: '200000*2', result: 400_000 });
    put('ALAMAT', { richText: [{ text: 'JL ' }, { text: 'MAWAR' }] });
    sheet.addRow(row);
    await workbook.xlsx.writeFile(at('exceljs.xlsx'));
    const [read] = await readAll(at('exceljs.xlsx'));
    expect(read?.cells).toMatchObject({
      NIK: '3275014101800042',
      'TANGGAL LAHIR': '31/01/1980',
      NOMINAL: '400000',
      ALAMAT: 'JL MAWAR',
      'NAMA LENGKAP': 'sama',
    });
    expect(read).toMatchObject({
      formulaColumns: ['NOMINAL'],
      numberColumns: ['NIK', 'NKK'],
      inexactColumns: ['NKK'],
    });
  });

  it('is refused when cut short, and when it is some other archive', async () => {
    await writeRosterXlsx([record(), record()], createWriteStream(at('cut.xlsx')));
    await truncate(at('cut.xlsx'), (await readFile(at('cut.xlsx'))).length - 30);
    await expect(readAll(at('cut.xlsx'))).rejects.toEqual(refusal('FILE_UNREADABLE'));
    await writeRosterXlsx(Array(500).fill(record()), createWriteStream(at('damaged.xlsx')));
    const bytes = await readFile(at('damaged.xlsx'));
    bytes.fill(0x20, bytes.length - 1500, bytes.length - 1490);
    await writeFile(at('damaged.xlsx'), bytes);
    await expect(readAll(at('damaged.xlsx'))).rejects.toEqual(refusal('FILE_UNREADABLE'));
    await writeFile(at('other.zip'), await Readable.from(zipBytes([{ name: 'a.txt', text: ['a'] }])).toArray());
    await expect(readAll(at('other.zip'))).rejects.toEqual(refusal('FILE_TYPE', { found: 'zip' }));
  });

  it('opens in another program too, digits as text', async () => {
    const formula = { formula: '200000*2', result: 400_000 };
    const records = [record({ NIK: '3275014101800042', NOMINAL: formula, ALAMAT: 'A & B <C>' })];
    await writeRosterXlsx(records, createWriteStream(at('ours.xlsx')));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('ours.xlsx'));
    const sheet = workbook.getWorksheet('BNBA');
    expect(sheet?.getCell('B2').value).toBe('3275014101800042');
    expect(sheet?.getCell('H2').value).toBe('A & B <C>');
    expect(sheet?.getCell('AG2').value).toEqual(formula);
  });
});
