/** The columns of a list of officers, as its Indonesian header names them. */
export const OFFICER_COLUMNS = [
  'USERNAME',
  'NAMA',
  'KANTOR',
  'TINGKAT',
  'KODE WILAYAH',
  'PERAN',
  'MULAI',
  'SELESAI',
  'KK',
  'BAHASA',
] as const;
export type OfficerColumn = (typeof OFFICER_COLUMNS)[number];

/** Columns that a list may leave out. */
export const OPTIONAL_OFFICER_COLUMNS: readonly OfficerColumn[] = ['SELESAI', 'KK', 'BAHASA'];

/** One line of a list of officers as its file holds it. */
export interface OfficerRow {
  readonly rowNumber: number;
  readonly cells: Readonly<Partial<Record<OfficerColumn, string>>>;
  /** Columns whose cell is a formula: what it shows is not what it holds. */
  readonly formulas: readonly OfficerColumn[];
}

/** One mistake in a list, where it stands. The details never hold what the cell held, except for codes and days. */
export interface OfficerFinding {
  readonly row: number;
  readonly column: OfficerColumn;
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}
