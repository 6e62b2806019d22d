/**
 * What is wrong with the rows of a sample, and how often; one row has one hazard at most, so that every finding can
 * be counted. Kinds as seen in real files (project research, §a); shares are set by hand to look like a good office.
 */
export const HAZARD_SHARES = {
  AMOUNT_FORMULA: 0.012,
  RT_RW_BLANK: 0.009,
  BIRTHPLACE_BLANK: 0.006,
  /** Stored as a number, all sixteen digits still there; text in a CSV, where it is no hazard. */
  NIK_AS_NUMBER: 0.005,
  /** Stored as a number by a spreadsheet that keeps fifteen digits. */
  NIK_PRECISION_LOST: 0.001,
  NIK_LENGTH: 0.003,
  NIK_DATE: 0.0015,
  BIRTHDATE_NIK_MISMATCH: 0.004,
  BIRTHDATE_INVALID: 0.002,
  KELURAHAN_WRONG_KECAMATAN: 0.004,
  TERRITORY_UNKNOWN: 0.001,
  TERRITORY_OUTSIDE: 0.0005,
  NAME_BLANK: 0.0005,
  /** The family before is listed once more. */
  NIK_DUPLICATE_IN_FILE: 0.003,
} as const;

export type Hazard = keyof typeof HAZARD_SHARES;

/** The civil registry's answers and how often. */
export const OUTCOME_SHARES = { '1': 0.97, '2': 0.015, '4': 0.008, '3': 0.004, '5': 0.003 } as const;

export type OutcomeCode = keyof typeof OUTCOME_SHARES;

export const OUTCOME_REMARKS: Readonly<Record<OutcomeCode, string>> = {
  '1': 'PADAN',
  '2': 'TIDAK PADAN',
  '3': 'GANDA',
  '4': 'MENINGGAL',
  '5': 'TANPA DOKUMEN',
};
