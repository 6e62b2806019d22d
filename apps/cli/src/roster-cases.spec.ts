import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '#domain';
import { projectFile } from '#policies';
import { checkRoster, MOST_ISSUES, type RosterCheck } from './roster-check.js';

const CASES = projectFile('tests/support/fixtures/rosters');

/** Counts (rows, valid, warning, invalid, duplicate), then `row column code` or `code` of the whole file. */
interface Outcome {
  readonly counts: readonly [number, number, number, number, number];
  readonly issues?: readonly string[];
}

const clean = (rows: number): Outcome => ({ counts: [rows, rows, 0, 0, 0] });
const issuedElsewhere = (rows: readonly number[]): Outcome => ({
  counts: [rows.length, 0, rows.length, 0, 0],
  issues: rows.map((row) => `${row} NIK NIK_REGION`),
});
const AMOUNTS: Outcome = {
  counts: [5, 3, 2, 0, 0],
  issues: ['3 NOMINAL AMOUNT_NOT_BENEFIT', '5 NOMINAL AMOUNT_FORMULA'],
};

const OUTCOMES: Readonly<Record<string, Outcome | string>> = {
  'amounts.csv': AMOUNTS,
  'amounts.xlsx': AMOUNTS,
  'apostrophes.csv': clean(5),
  'dates.xlsx': { counts: [7, 6, 0, 1, 0], issues: ['7 TANGGAL LAHIR BIRTHDATE_INVALID'] },
  'error-cells.xlsx': {
    counts: [6, 2, 1, 3, 0],
    issues: [
      '3 NIK NIK_NOT_DIGITS',
      '4 NKK KK_NOT_DIGITS',
      '5 NOMOR REKENING ACCOUNT_LENGTH',
      '6 KELURAHAN TERRITORY_UNKNOWN',
    ],
  },
  'hidden-rows.xlsx': { counts: [6, 5, 0, 1, 0], issues: ['5 NKK KK_BLANK', 'ROWS_HIDDEN'] },
  'instructions-first.xlsx': { counts: [5, 5, 0, 0, 0], issues: ['SHEET_SKIPPED'] },
  'macro.xlsm': 'FILE_MACROS',
  'merged-kelurahan.xlsx': clean(6),
  'names.csv': {
    counts: [5, 3, 0, 2, 0],
    issues: ['3 NAMA LENGKAP NAME_SUSPICIOUS', '5 NAMA LENGKAP NAME_SUSPICIOUS'],
  },
  'nik-regions.csv': {
    counts: [6, 2, 1, 3, 0],
    issues: ['3 NIK NIK_REGION', '4 NIK NIK_REGION', '5 NIK NIK_NOT_DIGITS', '6 NIK NIK_BLANK'],
  },
  'one-account.csv': { counts: [5, 4, 1, 0, 0], issues: ['6 NOMOR REKENING ACCOUNT_DUPLICATE'] },
  'papua.xlsx': issuedElsewhere([2, 3, 4, 5, 6]),
  'row-twice.csv': { counts: [6, 5, 0, 0, 1], issues: ['7 - ROW_DUPLICATE'] },
  'synonyms.csv': { counts: [6, 5, 0, 1, 0], issues: ['5 NAMA LENGKAP NAME_BLANK'] },
  'total-line.csv': { counts: [5, 5, 0, 0, 0], issues: ['7 - LINE_SKIPPED'] },
  'total-line.xlsx': { counts: [5, 5, 0, 0, 0], issues: ['8 - LINE_SKIPPED'] },
  'two-sheets.xlsx': clean(5),
  'windows-1252.csv': clean(5),
  'zero-width.csv': clean(5),
  'report-01-mixed-line-endings.csv': clean(6),
  'report-02-papua-niks.csv': issuedElsewhere([2, 3, 4, 5, 6]),
  'report-03-error-cells.xlsx': {
    counts: [4, 1, 2, 1, 0],
    issues: [
      '3 NAMA LENGKAP NAME_SUSPICIOUS',
      '4 MAR CELL_ERROR',
      '4 APR CELL_ERROR',
      '4 JAN MONTHS_NONE',
      '5 ALAMAT CELL_ERROR',
    ],
  },
  'report-05-guarded-digits.csv': clean(2),
  'report-06-invisible-characters.csv': { counts: [6, 5, 0, 0, 1], issues: ['7 NIK NIK_DUPLICATE_IN_FILE'] },
  'report-07-merged-territory.xlsx': clean(5),
  'report-10-unquoted-comma.csv': { counts: [3, 2, 0, 1, 0], issues: ['3 - CELLS_TOO_MANY'] },
  'report-11-quote-inside-cell.csv': clean(3),
  'report-12-date-spellings.csv': { counts: [4, 3, 0, 1, 0], issues: ['5 TANGGAL LAHIR BIRTHDATE_INVALID'] },
  'report-14-odd-accounts.csv': {
    counts: [5, 3, 2, 0, 0],
    issues: ['4 NOMOR REKENING ACCOUNT_LENGTH', '5 NOMOR REKENING ACCOUNT_LENGTH'],
  },
  'report-20-roster-six.csv': clean(6),
};

const check = (name: string): Promise<RosterCheck> => checkRoster(join(CASES, name), '32.75', '2023-03-01');

const outcomeOf = ({ rows, valid, warning, invalid, duplicate, issues }: RosterCheck): Outcome => ({
  counts: [rows, valid, warning, invalid, duplicate],
  issues: issues.map(({ row, column, code }) => (row === null ? code : `${row} ${column ?? '-'} ${code}`)),
});

test('every case has its outcome', () => {
  expect(readdirSync(CASES).sort()).toEqual(Object.keys(OUTCOMES).sort());
});

test.each(Object.entries(OUTCOMES))('%s', async (name, outcome) => {
  if (typeof outcome === 'string') await expect(check(name)).rejects.toMatchObject({ code: outcome });
  else expect(outcomeOf(await check(name))).toEqual({ issues: [], ...outcome });
});

test('sentences name the sheet and the row, say what an error cell is, and never repeat a cell', async () => {
  const messages = async (name: string) => (await check(name)).issues.map(({ message }) => message);
  expect(await messages('hidden-rows.xlsx')).toContain(
    'Sheet BNBA. Row 5, NKK: empty. Fill it in from the family card.',
  );
  for (const message of await messages('error-cells.xlsx')) expect(message).toContain('an error cell');
  expect((await messages('names.csv')).join()).not.toMatch(/PANJANG|0812/);
  expect(await messages('nik-regions.csv')).toContain(
    'Row 4, NIK: issued in Kota Administrasi Jakarta Pusat. Make sure that the family lives in this city.',
  );
});

test('a list whose every row is wrong is counted to the end, and named as far as memory should go', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'blank-'));
  const path = join(dir, 'blank.csv');
  const [header = '', family = ''] = readFileSync(join(CASES, 'nik-regions.csv'), 'utf8').split('\n');
  const [year, , ...others] = family.split(',');
  await writeFile(path, [header, ...Array<string>(MOST_ISSUES + 5).fill([year, '', ...others].join())].join('\n'));
  const { rows, invalid, issueCount, codes, issues } = await checkRoster(path, '32.75', '2023-03-01');
  expect({ rows, invalid, issueCount, codes }).toEqual({
    ...{ rows: MOST_ISSUES + 5, invalid: MOST_ISSUES + 5, issueCount: MOST_ISSUES + 5 },
    codes: { NIK_BLANK: MOST_ISSUES + 5 },
  });
  expect(issues).toHaveLength(MOST_ISSUES);
  await rm(dir, { recursive: true });
});

test('a code of no city is refused before the file is read', async () => {
  const refusal = checkRoster(join(CASES, 'names.csv'), '32.99', '2023-03-01');
  await expect(refusal).rejects.toThrow(DomainError);
});
