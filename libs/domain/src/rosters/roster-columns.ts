/**
 * The 33 columns of a city's by-name-by-address (BNBA) roster, in the order offices use, named exactly as in its
 * header row. Source: the import fixture of a city's own programme (project research, §a).
 */
export const ROSTER_COLUMNS = [
  'TAHUN KEPESERTAAN',
  'NIK',
  'NKK',
  'NAMA LENGKAP',
  'TEMPAT LAHIR',
  'TANGGAL LAHIR',
  'NAMA IBU KANDUNG',
  'ALAMAT',
  'RT',
  'RW',
  'KELURAHAN',
  'KECAMATAN',
  'NOMOR REKENING',
  'E WAROENG',
  'CEK',
  'KETERANGAN',
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MEI',
  'JUN',
  'JUL',
  'AGU',
  'SEP',
  'OKT',
  'NOV',
  'DES',
  'CEK SK',
  'KET.',
  'BANSOS APBN',
  'PERINGKAT KESEJAHTERAAN',
  'NOMINAL',
] as const;

export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** The month columns, January first; a cell that is not blank says the family is on the list for that month. */
export const MONTH_COLUMNS = ROSTER_COLUMNS.slice(16, 28);

/** Columns whose value is a number only to a spreadsheet: kept as digits, never as a quantity. */
export const DIGIT_COLUMNS = ['NIK', 'NKK', 'NOMOR REKENING', 'RT', 'RW'] as const satisfies RosterColumn[];

/** Without these nobody can be identified, placed or paid: a list that lacks one is refused. */
export const REQUIRED_COLUMNS = [
  'NIK',
  'NKK',
  'NAMA LENGKAP',
  'TANGGAL LAHIR',
  'KELURAHAN',
  'KECAMATAN',
  'NOMOR REKENING',
] as const satisfies RosterColumn[];

/** A column that some lists have beside the 33: the number on the welfare card. */
export const CARD_COLUMN = 'NOMOR KKS';

/** One line of a roster as it came from the file: text in every column, and how the spreadsheet had stored it. */
export interface RosterRow {
  /** The row as a spreadsheet counts it: the first line of the sheet is 1. */
  readonly rowNumber: number;
  /** The sheet of a workbook; blank for a CSV. */
  readonly sheet: string;
  readonly cells: Readonly<Record<RosterColumn, string>>;
  /** The number on the welfare card, where the list has that column. */
  readonly cardNumber?: string;
  /** Cells that held a formula; `cells` has its cached result, or the formula itself where there was none. */
  readonly formulaColumns: readonly RosterColumn[];
  /** Cells of `DIGIT_COLUMNS` that a spreadsheet had stored as a number. */
  readonly numberColumns: readonly RosterColumn[];
  /** Those among them whose last digits are no longer what somebody typed. */
  readonly inexactColumns: readonly RosterColumn[];
  /** Cells that held `#N/A` and the like; `cells` has them blank. */
  readonly errorColumns: readonly RosterColumn[];
  /** Columns that the file does not have at all; not the row's fault. */
  readonly absentColumns: readonly RosterColumn[];
  /** Filled cells to the right of the header: the row is shifted, and its columns can't be trusted. */
  readonly surplusCells: number;
}

const BLANK_CELLS = Object.fromEntries(ROSTER_COLUMNS.map((column) => [column, ''])) as Record<RosterColumn, string>;

/** A row without any text, to be filled: for writers and for tests. */
export function blankRosterCells(): Record<RosterColumn, string> {
  return { ...BLANK_CELLS };
}
