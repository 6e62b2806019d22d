import { type FileRefusalCode, refuseFile } from './file-refusal.js';
import { readSheet } from './read-sheet.js';
import type { FileLimits, SheetRow } from './sheet-row.js';

/** A list whose columns are found by the names in its header, in any order; columns of other names are left alone. */
export interface NamedColumns<Column extends string> {
  readonly columns: readonly Column[];
  /** Columns that a list may leave out. */
  readonly optional: readonly Column[];
  /** Other names of columns, in capitals and without anything but letters and digits. */
  readonly aliases: Readonly<Record<string, Column>>;
  readonly mostRows: number;
  /** The code of a header that does not fit. */
  readonly refusal: FileRefusalCode;
}

/** One line of such a list as its file holds it. */
export interface NamedRow<Column extends string> {
  readonly rowNumber: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** Columns whose cell is a formula: what it shows is not what it holds. */
  readonly formulas: readonly Column[];
}

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

function positionsIn<Column extends string>(
  header: SheetRow,
  byName: ReadonlyMap<string, Column>,
  { columns, optional, refusal }: NamedColumns<Column>,
): ReadonlyMap<Column, number> {
  const positions = new Map<Column, number>();
  const repeated: string[] = [];
  header.cells.forEach((cell, index) => {
    const column = byName.get(plain(cell?.text ?? ''));
    if (column === undefined) return;
    if (positions.has(column)) repeated.push(column);
    else positions.set(column, index);
  });
  const missing = columns.filter((column) => !positions.has(column) && !optional.includes(column));
  if (missing.length > 0 || repeated.length > 0) {
    const details = { missing, repeated, row: header.rowNumber };
    throw refuseFile(refusal, 'the header does not have the columns of this list', details);
  }
  return positions;
}

function toRow<Column extends string>(
  { rowNumber, cells }: SheetRow,
  positions: ReadonlyMap<Column, number>,
): NamedRow<Column> {
  const at = [...positions].map(([column, position]) => ({ column, cell: cells[position] }));
  return {
    rowNumber,
    cells: Object.fromEntries(at.map(({ column, cell }) => [column, cell?.text ?? ''])) as Partial<
      Record<Column, string>
    >,
    formulas: at.filter(({ cell }) => cell?.isFormula === true).map(({ column }) => column),
  };
}

/**
 * The lines of a list, CSV or XLSX, streamed in file order; what is wrong inside a line is left to the caller. Throws
 * DomainError FILE_* or the list's own refusal of its header; lines yielded before a throw must not be kept.
 */
export async function* readNamedRows<Column extends string>(
  path: string,
  list: NamedColumns<Column>,
  limits: FileLimits = {},
): AsyncGenerator<NamedRow<Column>, void, undefined> {
  const byName = new Map<string, Column>([
    ...list.columns.map((column): [string, Column] => [plain(column), column]),
    ...Object.entries(list.aliases),
  ] as [string, Column][]);
  const headerScore = (texts: readonly string[]) => texts.filter((text) => byName.has(plain(text))).length;
  const maxRows = limits.maxRows ?? list.mostRows;
  let positions: ReadonlyMap<Column, number> | undefined;
  let count = 0;
  for await (const row of readSheet(path, { ...limits, headerScore })) {
    if (positions === undefined) {
      positions = positionsIn(row, byName, list);
      continue;
    }
    count += 1;
    if (count > maxRows) throw refuseFile('FILE_TOO_MANY_ROWS', 'more rows than allowed', { maxRows });
    yield toRow(row, positions);
  }
  if (count === 0) throw refuseFile('FILE_EMPTY', 'there is no row below the header');
}
