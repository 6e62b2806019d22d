import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankRosterCells, ROSTER_COLUMNS, type RosterColumn, type RosterNote, type RosterRow } from '#domain';
import ExcelJS from 'exceljs';
import { readRosterRows } from './read-roster-rows.js';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'tables-'))));
afterAll(() => rm(dir, { recursive: true }));

const FAMILY = {
  ...blankRosterCells(),
  ...{ NIK: '3275044502620001', NKK: '3275041706110031', 'NAMA LENGKAP': 'RATIH', KELURAHAN: 'Jakasetia' },
};
const lineOf = (changes: Partial<Record<RosterColumn, string>> = {}, separator = ';'): string =>
  ROSTER_COLUMNS.map((column) => ({ ...FAMILY, ...changes })[column]).join(separator);
const headerOf = (separator = ';'): string => ROSTER_COLUMNS.join(separator);

async function read(path: string): Promise<{ rows: RosterRow[]; notes: RosterNote[] }> {
  const [rows, notes]: [RosterRow[], RosterNote[]] = [[], []];
  for await (const row of readRosterRows(path, {}, (note) => notes.push(note))) rows.push(row);
  return { rows, notes };
}

async function readCsv(content: string | Buffer) {
  const path = join(dir, 'list.csv');
  await writeFile(path, content);
  return read(path);
}

async function readWorkbook(fill: (workbook: ExcelJS.Workbook) => void) {
  const path = join(dir, 'list.xlsx');
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  await workbook.xlsx.writeFile(path);
  return read(path);
}

const namesOf = (notes: readonly RosterNote[]) =>
  notes.map(({ code, sheet, row, params }) => [code, sheet, row, params['as']].filter(Boolean).join(' '));
const cellsOf = (line: string): string[] => line.split(';');

describe('a CSV', () => {
  const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
  const text = `${headerOf()}\r\n${lineOf({ 'NAMA LENGKAP': 'DÉDI' })}\r\n`;

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16, the other way round', bigEndian(`\uFEFF${text}`)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('is read as %s', async (_encoding, content) => {
    const { rows, notes } = await readCsv(content);
    expect(rows.map(({ cells }) => cells['NAMA LENGKAP'])).toEqual(['DÉDI']);
    expect(notes).toEqual([]);
  });

  it.each([',', ';', '\t'])('finds its separator though remarks are full of the others: %j', async (separator) => {
    const remark = `"${'a,b;c\td'.repeat(30)}"`;
    const { rows } = await readCsv(`${headerOf(separator)}\n${lineOf({ KETERANGAN: remark }, separator)}\n`);
    expect(rows[0]?.cells).toMatchObject({ NIK: FAMILY.NIK, KETERANGAN: remark.slice(1, -1) });
  });

  it('counts rows as a spreadsheet shows them under a `sep=` line', async () => {
    const { rows } = await readCsv(`sep=|\n${headerOf('|')}\n${lineOf({}, '|')}\n`);
    expect(rows).toMatchObject([{ rowNumber: 2, sheet: '', cells: { NIK: FAMILY.NIK } }]);
  });

  it('takes columns in any order, by other names, and tells which of the layout are not there', async () => {
    const header = 'Kel/Desa,Kec.,No. KK,N I K,Nama KPM (sesuai KTP),Tgl. Lahir (hh/bb/tttt),No Rek,No. KKS,Warna';
    const { rows, notes } = await readCsv(
      `${header}\nJakasetia,Bekasi Selatan,1,2,RATIH,1/2/1980,"0044","603298",biru\n`,
    );
    expect(rows[0]).toMatchObject({
      cells: { KELURAHAN: 'Jakasetia', NKK: '1', NIK: '2', 'NOMOR REKENING': '0044', 'TANGGAL LAHIR': '1/2/1980' },
      cardNumber: '603298',
    });
    expect(rows[0]?.absentColumns).toContain('RT');
    expect(notes).toMatchObject([{ code: 'COLUMNS_MISSING', row: null, params: { unexpected: 'Warna' } }]);
  });

  it('prefers a column to its synonym, and refuses it twice', async () => {
    const { rows } = await readCsv(`${headerOf()};ALAMAT DOMISILI\n${lineOf({ ALAMAT: 'JL SATU' })};JL DUA\n`);
    expect(rows[0]?.cells.ALAMAT).toBe('JL SATU');
    await expect(readCsv(`${headerOf()};NIK\n${lineOf()};1\n`)).rejects.toMatchObject({
      ...{ code: 'ROSTER_COLUMNS_TWICE', details: { repeated: ['NIK'] } },
    });
  });

  it('skips titles, totals, headings, a header once more and signatures, and tells each', async () => {
    const { rows, notes } = await readCsv(
      [
        ...['DAFTAR KPM KOTA BEKASI', '', headerOf(), 'KELURAHAN JAKASETIA', lineOf(), 'SUB TOTAL;;;1', headerOf()],
        ...[lineOf({ NIK: '3275040703660002' }), 'JUMLAH TOTAL:', 'Bekasi, 1 Maret 2023', 'Mengetahui,;;;Lurah'],
        ...[';;;SITI AMINAH', ';;;NIP. 197001012000031001'],
      ].join('\n'),
    );
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([5, 8]);
    expect(namesOf(notes)).toEqual([
      ...['LINE_SKIPPED 1 title', 'LINE_SKIPPED 4 heading', 'LINE_SKIPPED 6 total', 'LINE_SKIPPED 7 header'],
      ...['LINE_SKIPPED 9 total', 'LINE_SKIPPED 10 signature', 'LINE_SKIPPED 11 signature'],
      ...['LINE_SKIPPED 12 signature', 'LINE_SKIPPED 13 signature'],
    ]);
  });

  it('takes a family for a family, however bad its row', async () => {
    const lines = [
      lineOf({ NIK: '', NKK: '' }),
      lineOf({ NIK: '', 'NAMA LENGKAP': 'TOTAL WIJAYA' }),
      lineOf({ NIK: '', NKK: '', 'NAMA LENGKAP': 'JUMLAHWATI' }),
      lineOf({ NIK: '#N/A', NKK: '' }),
    ];
    const { rows, notes } = await readCsv([headerOf(), ...lines].join('\n'));
    expect([rows.length, notes]).toEqual([4, []]);
  });

  it('says in which row a quotation mark is left open', async () => {
    const content = `${headerOf()}\n${lineOf()}\n${lineOf({ ALAMAT: '"GANG MELATI' })}\n${lineOf()}\n`;
    await expect(readCsv(content)).rejects.toMatchObject({ code: 'FILE_QUOTE_OPEN', details: { row: 3 } });
  });
});

describe('a workbook', () => {
  const list = (sheet: ExcelJS.Worksheet, ...lines: string[]) =>
    [headerOf(), ...lines].map((line) => sheet.addRow(cellsOf(line)));

  it('is read with all its lists; other sheets and hidden ones are told', async () => {
    const { rows, notes } = await readWorkbook((workbook) => {
      workbook.addWorksheet('Petunjuk').addRow(['Isi NIK, NKK dan nama']);
      list(workbook.addWorksheet('Jakasetia'), lineOf());
      list(workbook.addWorksheet('Simpanan', { state: 'hidden' }), lineOf());
      workbook.addWorksheet('Kosong');
      workbook.addWorksheet('Rekap').addRow(['KECAMATAN', 'KELURAHAN', 'NOMINAL']);
      list(workbook.addWorksheet('Jatiasih'), lineOf(), lineOf());
    });
    expect(rows.map(({ sheet, rowNumber }) => `${sheet} ${rowNumber}`)).toEqual([
      ...['Jakasetia 2', 'Jatiasih 2', 'Jatiasih 3'],
    ]);
    expect(namesOf(notes)).toEqual(['SHEET_HIDDEN Simpanan', 'SHEET_SKIPPED Petunjuk', 'SHEET_SKIPPED Rekap']);
  });

  it('is refused when a second list lacks a column, whatever the first has', async () => {
    const wrong = headerOf().replace('NKK', 'NO REGISTER');
    const reading = readWorkbook((workbook) => {
      list(workbook.addWorksheet('Satu'), lineOf());
      workbook.addWorksheet('Dua').addRow(cellsOf(wrong));
    });
    await expect(reading).rejects.toMatchObject({ code: 'ROSTER_COLUMNS', details: { missing: ['NKK'] } });
  });

  it('counts hidden rows and reads hidden columns, and tells both', async () => {
    const { rows, notes } = await readWorkbook((workbook) => {
      const sheet = workbook.addWorksheet('BNBA');
      list(sheet, lineOf(), lineOf(), lineOf());
      sheet.getRow(3).hidden = true;
      sheet.getColumn(2).hidden = true;
      sheet.getColumn(60).hidden = true;
    });
    expect(rows).toHaveLength(3);
    expect(notes).toMatchObject([
      { code: 'ROWS_HIDDEN', params: { hidden: 1 } },
      { code: 'COLUMNS_HIDDEN', params: { hidden: 1 } },
    ]);
  });

  it('gives a merged cell to all its rows, in a header of two rows, too', async () => {
    const { rows } = await readWorkbook((workbook) => {
      const sheet = workbook.addWorksheet('BNBA');
      const months = ROSTER_COLUMNS.indexOf('JAN');
      sheet.addRow(ROSTER_COLUMNS.map((column, at) => (at < months || at >= months + 12 ? column : 'BULAN')));
      sheet.addRow(ROSTER_COLUMNS.map((column, at) => (at < months || at >= months + 12 ? null : column)));
      ROSTER_COLUMNS.forEach((_, at) => {
        if (at < months || at >= months + 12) sheet.mergeCells(1, at + 1, 2, at + 1);
      });
      for (const KELURAHAN of ['Margajaya', '', '']) sheet.addRow(cellsOf(lineOf({ KELURAHAN })));
      const column = ROSTER_COLUMNS.indexOf('KELURAHAN') + 1;
      sheet.mergeCells(3, column, 9, column);
    });
    expect(rows.map(({ rowNumber, cells }) => [rowNumber, cells.KELURAHAN])).toEqual([
      ...[3, 4, 5].map((row) => [row, 'Margajaya']),
    ]);
  });

  it('reads escaped characters, texts that begin like formulas and constants as what they are', async () => {
    const { rows } = await readWorkbook((workbook) => {
      const sheet = workbook.addWorksheet('BNBA');
      list(sheet, lineOf({ 'NAMA LENGKAP': 'SI_x0007_TI_x005F_x0041_', ALAMAT: '=HYPERLINK("x")' }));
      sheet.getCell('C2').value = { formula: '"3275041706110031"', result: '3275041706110031' };
      sheet.getCell('I2').value = { error: '#REF!' };
    });
    expect(rows[0]).toMatchObject({
      cells: { 'NAMA LENGKAP': 'SITI_x0041_', NKK: '3275041706110031', RT: '' },
      ...{ formulaColumns: ['ALAMAT'], errorColumns: ['RT'] },
    });
  });
});
