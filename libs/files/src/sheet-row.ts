/** A cell as the file stored it; `date` is already written dd/mm/yyyy, `error` is `#N/A` and the like. */
export interface SheetCell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'error';
  readonly isFormula: boolean;
}

/** One line of a table, whichever kind of file it came from. Cells after the last filled one may be absent. */
export interface SheetRow {
  /** As a spreadsheet counts: the first line is 1, blank lines included. */
  readonly rowNumber: number;
  readonly cells: readonly (SheetCell | undefined)[];
  /** Hidden by hand or by a filter. */
  readonly isHidden?: boolean;
}

/** One sheet of a workbook, or the whole of a CSV. */
export interface Sheet {
  /** Blank for a CSV. */
  readonly name: string;
  readonly isHidden: boolean;
  /** Zero-based columns that are hidden; complete once the first row was read. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** Rows with any text, in their order. May be read once. */
  rows(): AsyncGenerator<SheetRow, void, undefined>;
}

export interface FileLimits {
  /** The file as it lies on disk. */
  readonly maxBytes?: number;
  /** Rows below the header. */
  readonly maxRows?: number;
}

/** How many of these texts are names of columns: tells which separator a CSV has. */
export type HeaderScore = (texts: readonly string[]) => number;

export interface SheetOptions extends FileLimits {
  readonly headerScore?: HeaderScore;
}

/** Twenty times Kota Bekasi in either format; a larger list should come in parts. */
export const DEFAULT_LIMITS = { maxBytes: 512 * 1024 * 1024, maxRows: 1_000_000 } as const;

/** Longest text a spreadsheet allows in one cell; more is damage or an attack on memory. */
export const MAX_CELL_CHARACTERS = 32_767;

/** Most columns a spreadsheet has. */
export const MAX_COLUMNS = 16_384;

/** Most rows a spreadsheet has. */
export const MAX_SHEET_ROWS = 1_048_576;

export function hasText({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell !== undefined && cell.text.trim() !== '');
}
