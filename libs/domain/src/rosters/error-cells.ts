import type { RosterColumn, RosterRow } from './roster-columns.js';
import type { RosterFinding, RosterFindingCode } from './roster-findings.js';

/** What an error cell (`#N/A`, `#REF!`) is called in the columns that are judged. */
const CODES: Readonly<Partial<Record<RosterColumn, RosterFindingCode>>> = {
  NIK: 'NIK_NOT_DIGITS',
  NKK: 'KK_NOT_DIGITS',
  'NAMA LENGKAP': 'NAME_SUSPICIOUS',
  'TANGGAL LAHIR': 'BIRTHDATE_INVALID',
  RT: 'RT_RW_BLANK',
  RW: 'RT_RW_BLANK',
  KELURAHAN: 'TERRITORY_UNKNOWN',
  KECAMATAN: 'TERRITORY_UNKNOWN',
  'NOMOR REKENING': 'ACCOUNT_LENGTH',
  NOMINAL: 'AMOUNT_INVALID',
};

/** The findings of a row where each error cell is one of its own column, in the place of what a blank there would give. */
export function withErrorCells(row: RosterRow, findings: readonly RosterFinding[]): readonly RosterFinding[] {
  const { errorColumns } = row;
  if (errorColumns.length === 0) return findings;
  const others = findings.filter(({ column }) => !(errorColumns as readonly (string | null)[]).includes(column));
  const errors = errorColumns.map((column): RosterFinding => ({
    ...{ code: CODES[column] ?? 'CELL_ERROR', column },
    ...{ params: {}, sentence: 'ERROR_CELL' },
  }));
  return [...errors, ...others];
}
