import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { checkRosterRow, type RosterContext } from './check-roster-row.js';
import { buildKelurahanLookup, normalisePlaceName } from './kelurahan-lookup.js';
import { parseRupiah } from './nominal.js';
import {
  blankRosterCells,
  MONTH_COLUMNS,
  ROSTER_COLUMNS,
  type RosterColumn,
  type RosterRow,
} from './roster-columns.js';

const regions = readFileSync('data/regions/wilayah.csv', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('32.75.'))
  .map((line) => {
    const [code = '', name = ''] = line.split(',');
    return { code, name, parent: code.slice(0, code.lastIndexOf('.')) };
  });
const context: RosterContext = {
  cityCode: '32.75',
  territory: buildKelurahanLookup('32.75', regions),
  regions: new Map([
    ['3275', 'Kota Bekasi'],
    ['9171', 'Kota Jayapura'],
  ]),
  asOf: '2023-03-01',
  monthlyRupiah: 200_000n,
};

const goodCells = {
  NIK: '3275014101800042',
  NKK: '3275010101800001',
  'NAMA LENGKAP': 'SITI CONTOH',
  'TEMPAT LAHIR': 'BEKASI',
  'TANGGAL LAHIR': '01/01/1980',
  'NAMA IBU KANDUNG': 'IBU CONTOH',
  ALAMAT: 'JL CONTOH 1',
  RT: '001',
  RW: '002',
  KELURAHAN: 'Bekasi Jaya',
  KECAMATAN: 'BEKASI TIMUR',
  'NOMOR REKENING': '1234567890',
  JAN: 'TUB 01',
  FEB: 'TUB 01',
  NOMINAL: '400000',
};

const PLAIN = {
  ...{ rowNumber: 2, sheet: '', formulaColumns: [], numberColumns: [], inexactColumns: [] },
  ...{ errorColumns: [], absentColumns: [], surplusCells: 0 },
};

function rowWith(changes: Partial<Record<RosterColumn, string>> = {}, stored: Partial<RosterRow> = {}): RosterRow {
  return { ...PLAIN, cells: { ...blankRosterCells(), ...goodCells, ...changes }, ...stored };
}
const PARAMS = ['characters', 'kecamatan', 'expectedRupiah', 'region', 'most'];
const codesOf = (row: RosterRow) => checkRosterRow(row, context).findings.map(({ code }) => code);

describe('checkRosterRow', () => {
  it('takes a good row as it is', () => {
    const verdict = checkRosterRow(rowWith(), context);
    expect(verdict).toMatchObject({ state: 'valid', findings: [], kelurahanCode: '32.75.01.1001', months: [1, 2] });
    expect(verdict.person).toMatchObject({ nik: '3275014101800042', birthDate: '1980-01-01', fullName: 'SITI CONTOH' });
  });

  it('asks for no account where families are paid at the post office; one that is given is held to its digits', () => {
    const atThePost = (account: string) =>
      checkRosterRow(rowWith({ 'NOMOR REKENING': account }), { ...context, channel: 'post' });
    expect(atThePost('')).toMatchObject({ state: 'valid', findings: [] });
    expect(atThePost('12345').findings).toMatchObject([{ code: 'ACCOUNT_LENGTH' }]);
  });

  it.each<[string, string, Partial<Record<RosterColumn, string>>]>([
    ['NIK_BLANK', 'invalid', { NIK: ' ' }],
    ['NIK_NOT_DIGITS', 'invalid', { NIK: '32750I4101800042' }],
    ['NIK_LENGTH', 'invalid', { NIK: '327501410180004' }],
    ['NIK_REGION', 'warning', { NIK: '9171014101800042' }],
    ['NIK_REGION', 'invalid', { NIK: '5575014101800042' }],
    ['NIK_DATE', 'invalid', { NIK: '3275013102800042' }],
    ['NIK_SERIAL', 'invalid', { NIK: '3275014101800000' }],
    ['BIRTHDATE_NIK_MISMATCH', 'warning', { 'TANGGAL LAHIR': '02/01/1980' }],
    ['KK_BLANK', 'invalid', { NKK: '' }],
    ['KK_NOT_DIGITS', 'invalid', { NKK: '327501010180000O' }],
    ['KK_LENGTH', 'invalid', { NKK: '32750101018' }],
    ['NAME_BLANK', 'invalid', { 'NAMA LENGKAP': ' - ' }],
    ['NAME_SUSPICIOUS', 'invalid', { 'NAMA LENGKAP': '0812' }],
    ['NAME_SUSPICIOUS', 'invalid', { 'NAMA LENGKAP': 'A'.repeat(301) }],
    ['NAME_SUSPICIOUS', 'invalid', { 'NAMA LENGKAP': '=HYPERLINK("x")' }],
    ['NAME_SUSPICIOUS', 'warning', { 'NAMA LENGKAP': 'SITI 2' }],
    ['BIRTHDATE_INVALID', 'invalid', { 'TANGGAL LAHIR': '31/02/1980' }],
    ['BIRTHDATE_INVALID', 'invalid', { 'TANGGAL LAHIR': '02/03/2023' }],
    ['BIRTHPLACE_BLANK', 'warning', { 'TEMPAT LAHIR': '' }],
    ['MOTHER_NAME_BLANK', 'warning', { 'NAMA IBU KANDUNG': '' }],
    ['ADDRESS_BLANK', 'warning', { ALAMAT: ' ' }],
    ['RT_RW_BLANK', 'warning', { RT: '' }],
    ['TERRITORY_UNKNOWN', 'invalid', { KELURAHAN: 'Bekasi Raya' }],
    ['TERRITORY_UNKNOWN', 'invalid', { KELURAHAN: '', KECAMATAN: '' }],
    ['KELURAHAN_WRONG_KECAMATAN', 'warning', { KECAMATAN: 'Kec. Rawa Lumbu' }],
    ['TERRITORY_OUTSIDE', 'invalid', { KECAMATAN: 'Tambun Selatan', KELURAHAN: 'Mangunjaya' }],
    ['ACCOUNT_LENGTH', 'warning', { 'NOMOR REKENING': '12345' }],
    ['ACCOUNT_LENGTH', 'warning', { 'NOMOR REKENING': 'BELUM_ADA' }],
    ['AMOUNT_NOT_BENEFIT', 'warning', { NOMINAL: '600000' }],
    ['AMOUNT_INVALID', 'warning', { NOMINAL: 'empat ratus ribu' }],
    ['AMOUNT_INVALID', 'warning', { NOMINAL: '' }],
    ['MONTHS_NONE', 'warning', { JAN: '', FEB: '' }],
  ])('finds %s: %s', (code, state, changes) => {
    const verdict = checkRosterRow(rowWith(changes), context);
    expect(verdict.findings.map((finding) => finding.code)).toEqual([code]);
    expect(verdict.state).toBe(state);
  });

  it('tells a formula from its result, and a number from digits', () => {
    expect(codesOf(rowWith({}, { formulaColumns: ['NOMINAL'] }))).toEqual(['AMOUNT_FORMULA']);
    expect(codesOf(rowWith({ NOMINAL: '=200000*2' }, { formulaColumns: ['NOMINAL'] }))).toEqual(['AMOUNT_FORMULA']);
    expect(codesOf(rowWith({}, { formulaColumns: ['ALAMAT'] }))).toEqual(['CELL_FORMULA']);
    expect(codesOf(rowWith({}, { numberColumns: ['NIK', 'NKK'] }))).toEqual(['NIK_AS_NUMBER', 'KK_AS_NUMBER']);
    expect(codesOf(rowWith({}, { numberColumns: ['NIK'], inexactColumns: ['NIK'] }))).toEqual(['NIK_PRECISION_LOST']);
  });

  it.each<[RosterColumn, string]>([
    ['NIK', 'NIK_NOT_DIGITS'],
    ['NKK', 'KK_NOT_DIGITS'],
    ['NAMA LENGKAP', 'NAME_SUSPICIOUS'],
    ['TANGGAL LAHIR', 'BIRTHDATE_INVALID'],
    ['KELURAHAN', 'TERRITORY_UNKNOWN'],
    ['KECAMATAN', 'TERRITORY_UNKNOWN'],
    ['NOMOR REKENING', 'ACCOUNT_LENGTH'],
    ['NOMINAL', 'AMOUNT_INVALID'],
    ['E WAROENG', 'CELL_ERROR'],
  ])('an error cell in %s is %s and nothing else', (column, code) => {
    const { findings } = checkRosterRow(rowWith({ [column]: '' }, { errorColumns: [column] }), context);
    expect(findings).toEqual([{ code, column, params: {}, sentence: 'ERROR_CELL' }]);
  });

  it('says of a shifted row that it is shifted, and of a column that is not there nothing', () => {
    expect(codesOf(rowWith({ NIK: '', RT: '' }, { surplusCells: 1 }))).toEqual(['CELLS_TOO_MANY']);
    const absentColumns = [
      'RT',
      'RW',
      'ALAMAT',
      'TEMPAT LAHIR',
      'NAMA IBU KANDUNG',
      'NOMINAL',
      ...MONTH_COLUMNS,
    ] as const;
    const blanks = Object.fromEntries(absentColumns.map((column) => [column, '']));
    expect(codesOf(rowWith(blanks, { absentColumns }))).toEqual([]);
    expect(codesOf(rowWith(blanks)).length).toBeGreaterThan(4);
  });

  it('reads the card beside the account, where a list has it', () => {
    expect(codesOf(rowWith({}, { cardNumber: '603298 8812340001' }))).toEqual([]);
    expect(codesOf(rowWith({}, { cardNumber: '603298881234000' }))).toEqual(['KKS_LENGTH']);
  });

  it('completes a year of two digits from the NIK, and only where that is the same day', () => {
    const read = (text: string) => checkRosterRow(rowWith({ 'TANGGAL LAHIR': text }), context).person.birthDate;
    expect(['01-Jan-80', '1.1.80', '01/01/1980', '1 Januari 1980'].map(read)).toEqual(Array(4).fill('1980-01-01'));
    expect(['02-Jan-80', '01/01/81'].map(read)).toEqual([undefined, undefined]);
  });

  it('sends a family under a wrong kecamatan to the kelurahan it names', () => {
    const verdict = checkRosterRow(rowWith({ KECAMATAN: 'Bantargebang' }), context);
    expect(verdict.kelurahanCode).toBe('32.75.01.1001');
    expect(verdict.findings[0]?.params).toEqual({ kecamatan: 'Bekasi Timur' });
  });

  it('never throws, whatever the cells hold, and never repeats a cell in its findings', () => {
    const anything = fc.record(Object.fromEntries(ROSTER_COLUMNS.map((column) => [column, fc.string()])));
    fc.assert(
      fc.property(anything, (cells) => {
        const verdict = checkRosterRow(rowWith(cells), context);
        expect(['valid', 'warning', 'invalid']).toContain(verdict.state);
        for (const { params } of verdict.findings) {
          expect(Object.keys(params).every((key) => PARAMS.includes(key))).toBe(true);
        }
      }),
    );
  });
});

describe('names and amounts', () => {
  it.each([
    ['Bekasi Jaya', 'Bekasijaya'],
    ['KEL. CIKETING UDIK', 'Ciketingudik'],
    ['Kecamatan Medan-Satria', 'Medansatria'],
    ['kotabaru', 'Kota Baru'],
  ])('%s is %s', (written, official) => {
    expect(normalisePlaceName(written)).toBe(normalisePlaceName(official));
  });

  it('finds all 56 kelurahan of the city by their own names', () => {
    const names = new Map(regions.map((region) => [region.code, region.name]));
    const kelurahan = regions.filter(({ code }) => code.length === 13);
    expect(kelurahan).toHaveLength(56);
    for (const { code, name, parent } of kelurahan) {
      expect(context.territory.find(names.get(parent) ?? '', name)).toEqual({ found: 'kelurahan', code });
    }
  });

  it.each([
    ['400000', 400_000n],
    ['400.000', 400_000n],
    ['Rp400.000,00', 400_000n],
    ['Rp. 150.000,-', 150_000n],
    ['400,000.00', 400_000n],
    ['400000.0', 400_000n],
    ['400.5', undefined],
    ['-5', undefined],
    ['', undefined],
  ])('reads %s', (text, amountRupiah) => {
    expect(parseRupiah(text)).toBe(amountRupiah);
  });

  it('has the 33 columns of the layout, twelve of them months', () => {
    expect(new Set(ROSTER_COLUMNS).size).toBe(33);
    expect([MONTH_COLUMNS.length, MONTH_COLUMNS[0], MONTH_COLUMNS[11]]).toEqual([12, 'JAN', 'DES']);
  });
});
