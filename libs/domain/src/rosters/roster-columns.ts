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

/** One line of a roster as it came from the file: text in every column, and how the spreadsheet had stored it. */
export interface RosterRow {
  /** The row as a spreadsheet counts it: the first line of the file is 1. */
  readonly rowNumber: number;
  readonly cells: Readonly<Record<RosterColumn, string>>;
  /** Cells that held a formula; `cells` has its cached result, or the formula itself where there was none. */
  readonly formulaColumns: readonly RosterColumn[];
  /** Cells of `DIGIT_COLUMNS` that a spreadsheet had stored as a number. */
  readonly numberColumns: readonly RosterColumn[];
  /** Those among them whose last digits are no longer what somebody typed. */
  readonly inexactColumns: readonly RosterColumn[];
}

const BLANK_CELLS = Object.fromEntries(ROSTER_COLUMNS.map((column) => [column, ''])) as Record<RosterColumn, string>;

/** A row without any text, to be filled: for writers and for tests. */
export function blankRosterCells(): Record<RosterColumn, string> {
  return { ...BLANK_CELLS };
}
