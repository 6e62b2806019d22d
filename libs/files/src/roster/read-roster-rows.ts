import type { RosterColumn, RosterRow } from '#domain';
import { refuseFile } from '../file-refusal.js';
import { readSheet } from '../read-sheet.js';
import { DEFAULT_LIMITS, type FileLimits, type SheetRow } from '../sheet-row.js';
import { toRosterRow } from './roster-cells.js';
import { countColumnNames, isColumnNumbering, readRosterHeader } from './roster-header.js';

/** Titles, city and period stand above the table; the header is looked for this far down. */
const HEADER_WITHIN_ROWS = 10;

interface OpenedTable {
  readonly positions: ReadonlyMap<RosterColumn, number>;
  /** Rows read while looking for the header that lie below it. */
  readonly ahead: readonly SheetRow[];
}

async function findHeader(rows: AsyncIterator<SheetRow>): Promise<OpenedTable> {
  const first: SheetRow[] = [];
  while (first.length < HEADER_WITHIN_ROWS) {
    const next = await rows.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  const counts = first.map(countColumnNames);
  const at = counts.indexOf(Math.max(...counts));
  const header = first[at];
  if (!header) throw refuseFile('FILE_EMPTY', 'the file has no row');
  return { positions: readRosterHeader(header), ahead: first.slice(at + 1) };
}

/**
 * The rows of a city's roster, CSV or XLSX, streamed in file order with flat memory; what is wrong *inside* a row
 * is left to `checkRosterRow`. Reading again gives the same rows. Throws DomainError FILE_EMPTY, FILE_UNREADABLE,
 * FILE_TYPE, FILE_TOO_LARGE, FILE_TOO_MANY_ROWS or ROSTER_COLUMNS; rows yielded before a throw must not be kept.
 */
export async function* readRosterRows(
  path: string,
  limits: FileLimits = {},
): AsyncGenerator<RosterRow, void, undefined> {
  const maxRows = limits.maxRows ?? DEFAULT_LIMITS.maxRows;
  const rows = readSheet(path, limits);
  try {
    const { positions, ahead } = await findHeader(rows);
    let count = 0;
    for await (const row of following(ahead, rows)) {
      if (count === 0 && isColumnNumbering(row)) continue;
      count += 1;
      if (count > maxRows) throw refuseFile('FILE_TOO_MANY_ROWS', 'more rows than allowed', { maxRows });
      yield toRosterRow(row, positions);
    }
    if (count === 0) throw refuseFile('FILE_EMPTY', 'there is no row below the header');
  } finally {
    await rows.return();
  }
}

async function* following(ahead: readonly SheetRow[], rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  yield* ahead;
  yield* rows;
}
