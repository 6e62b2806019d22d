/** The columns of a list of regions, as its Indonesian header names them. */
export const REGION_COLUMNS = ['KODE', 'NAMA'] as const;
export type RegionColumn = (typeof REGION_COLUMNS)[number];

/** One line of a list of regions as its file holds it. */
export interface RegionRow {
  readonly rowNumber: number;
  readonly cells: Readonly<Partial<Record<RegionColumn, string>>>;
  /** Columns whose cell is a formula: what it shows is not what it holds. */
  readonly formulas: readonly RegionColumn[];
}

/** One mistake in a list, where it stands. */
export interface RegionFinding {
  readonly row: number;
  readonly column: RegionColumn;
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}

/** What one line says: a region by its Kemendagri code. */
export interface RegionEntry {
  readonly row: number;
  readonly code: string;
  readonly name: string;
}
