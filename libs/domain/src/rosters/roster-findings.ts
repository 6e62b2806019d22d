import type { CARD_COLUMN, RosterColumn } from './roster-columns.js';

export type FindingSeverity = 'error' | 'warning';

/**
 * What can be wrong with a roster row and what it means. An error keeps the row off the list until it is mended:
 * these are the hard gate that audits ask for before a decree (16 digits, a decodable date, a name) and what leaves
 * a family without an owner (no kelurahan). A warning is shown and carried along.
 */
export const ROSTER_FINDINGS = {
  NIK_BLANK: 'error',
  NIK_LENGTH: 'error',
  NIK_NOT_DIGITS: 'error',
  NIK_DATE: 'error',
  NIK_SERIAL: 'error',
  NIK_REGION: 'warning',
  NIK_PRECISION_LOST: 'error',
  NIK_AS_NUMBER: 'warning',
  KK_BLANK: 'error',
  KK_LENGTH: 'error',
  KK_NOT_DIGITS: 'error',
  KK_PRECISION_LOST: 'error',
  KK_AS_NUMBER: 'warning',
  NAME_BLANK: 'error',
  NAME_SUSPICIOUS: 'error',
  BIRTHDATE_INVALID: 'error',
  BIRTHDATE_NIK_MISMATCH: 'warning',
  BIRTHPLACE_BLANK: 'warning',
  MOTHER_NAME_BLANK: 'warning',
  ADDRESS_BLANK: 'warning',
  RT_RW_BLANK: 'warning',
  TERRITORY_UNKNOWN: 'error',
  KELURAHAN_WRONG_KECAMATAN: 'warning',
  TERRITORY_OUTSIDE: 'error',
  ACCOUNT_LENGTH: 'warning',
  KKS_LENGTH: 'warning',
  AMOUNT_INVALID: 'warning',
  AMOUNT_FORMULA: 'warning',
  AMOUNT_NOT_BENEFIT: 'warning',
  MONTHS_NONE: 'warning',
  CELL_FORMULA: 'warning',
  CELL_ERROR: 'warning',
  CELLS_TOO_MANY: 'error',
} as const satisfies Record<string, FindingSeverity>;

/**
 * What only the whole list shows; it stands on the later row, and only on rows without an error. `duplicate` takes the
 * row off the list, because its family is on it already.
 */
export const LIST_FINDINGS = {
  NIK_DUPLICATE_IN_FILE: 'duplicate',
  NIK_DUPLICATE_ELSEWHERE: 'duplicate',
  ROW_DUPLICATE: 'duplicate',
  ACCOUNT_DUPLICATE: 'warning',
  EXCLUDED_EARLIER: 'warning',
  RECORD_APPLIED: 'warning',
} as const satisfies Record<string, FindingSeverity | 'duplicate'>;

export type RosterFindingCode = keyof typeof ROSTER_FINDINGS;
export type ListFindingCode = keyof typeof LIST_FINDINGS;

/** Sentences of findings whose code alone does not say what to do. */
export const FINDING_SENTENCES = [
  'ACCOUNT_NOT_DIGITS',
  'BIRTHDATE_SHORT_YEAR',
  'ERROR_CELL',
  'NAME_TOO_LONG',
  'NIK_REGION_UNKNOWN',
  'TERRITORY_BLANK',
] as const;

export type FindingColumn = RosterColumn | typeof CARD_COLUMN;

/** One thing wrong with a row. `params` fill the sentence people read and never repeat what the cell held. */
export interface RosterFinding {
  readonly code: RosterFindingCode | ListFindingCode;
  /** Null where it is of the whole row. */
  readonly column: FindingColumn | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** Where it differs from what `ROSTER_FINDINGS` says of the code. */
  readonly severity?: FindingSeverity;
  /** Where the sentence is not the code's own. */
  readonly sentence?: (typeof FINDING_SENTENCES)[number];
}

export type RosterRowState = 'valid' | 'warning' | 'invalid' | 'duplicate';

const FINDINGS: Readonly<Record<string, FindingSeverity | 'duplicate'>> = { ...ROSTER_FINDINGS, ...LIST_FINDINGS };

/** What a finding means for its row. */
export function severityOf({ code, severity }: RosterFinding): FindingSeverity | 'duplicate' {
  return severity ?? FINDINGS[code] ?? 'warning';
}

/** A row is as bad as its worst finding. */
export function stateOfFindings(findings: readonly RosterFinding[]): RosterRowState {
  const severities = findings.map(severityOf);
  if (severities.includes('error')) return 'invalid';
  if (severities.includes('duplicate')) return 'duplicate';
  return findings.length > 0 ? 'warning' : 'valid';
}
