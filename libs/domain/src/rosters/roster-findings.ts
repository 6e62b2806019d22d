import type { RosterColumn } from './roster-columns.js';

export type FindingSeverity = 'error' | 'warning';

/**
 * What can be wrong with a roster row and what it means. An error keeps the row off the list until it is mended:
 * these are the hard gate that audits ask for before a decree (16 digits, a decodable date, a name) and what leaves
 * a family without an owner (no kelurahan). A warning is shown and carried along.
 */
export const ROSTER_FINDINGS = {
  NIK_LENGTH: 'error',
  NIK_DATE: 'error',
  NIK_SERIAL: 'error',
  NIK_PRECISION_LOST: 'error',
  NIK_AS_NUMBER: 'warning',
  NIK_BIRTHDATE_MISMATCH: 'warning',
  KK_LENGTH: 'error',
  KK_PRECISION_LOST: 'error',
  KK_AS_NUMBER: 'warning',
  NAME_BLANK: 'error',
  BIRTHDATE_INVALID: 'error',
  BIRTHPLACE_BLANK: 'warning',
  MOTHER_NAME_BLANK: 'warning',
  ADDRESS_BLANK: 'warning',
  RT_RW_BLANK: 'warning',
  KELURAHAN_UNKNOWN: 'error',
  KELURAHAN_WRONG_KECAMATAN: 'warning',
  TERRITORY_OUTSIDE: 'error',
  ACCOUNT_FORMAT: 'warning',
  NOMINAL_FORMULA: 'warning',
  NOMINAL_AMOUNT: 'warning',
  MONTHS_NONE: 'warning',
  CELL_FORMULA: 'warning',
} as const satisfies Record<string, FindingSeverity>;

export type RosterFindingCode = keyof typeof ROSTER_FINDINGS;

/** One thing wrong with a row. `params` fill the sentence people read and never repeat what the cell held. */
export interface RosterFinding {
  readonly code: RosterFindingCode;
  readonly column: RosterColumn;
  readonly params: Readonly<Record<string, string | number>>;
}

export type RosterRowState = 'valid' | 'warning' | 'invalid';

/** A row is as bad as its worst finding. Duplicates are decided over the whole list, not here. */
export function stateOfFindings(findings: readonly RosterFinding[]): RosterRowState {
  if (findings.some(({ code }) => ROSTER_FINDINGS[code] === 'error')) return 'invalid';
  return findings.length > 0 ? 'warning' : 'valid';
}
