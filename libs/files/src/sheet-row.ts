/** A cell as the file stored it; `date` is already written dd/mm/yyyy. */
export interface SheetCell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date';
  readonly isFormula: boolean;
}

/** One line of a table, whichever kind of file it came from. Cells after the last filled one may be absent. */
export interface SheetRow {
  /** As a spreadsheet counts: the first line is 1, blank lines included. */
  readonly rowNumber: number;
  readonly cells: readonly (SheetCell | undefined)[];
}

export interface FileLimits {
  /** The file as it lies on disk. */
  readonly maxBytes?: number;
  /** Rows below the header. */
  readonly maxRows?: number;
}

/** Twenty times Kota Bekasi in either format; a larger list should come in parts. */
export const DEFAULT_LIMITS = { maxBytes: 512 * 1024 * 1024, maxRows: 1_000_000 } as const;

/** Longest text a spreadsheet allows in one cell; more is damage or an attack on memory. */
export const MAX_CELL_CHARACTERS = 32_767;
