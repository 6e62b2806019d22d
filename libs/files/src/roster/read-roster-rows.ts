import type { RosterNote, RosterRow } from '#domain';
import { refuseFile } from '../file-refusal.js';
import { openSheets } from '../read-sheet.js';
import { DEFAULT_LIMITS, type FileLimits, type Sheet, type SheetRow } from '../sheet-row.js';
import { RosterRowReader } from './roster-cells.js';
import {
  countColumnNames,
  isColumnNumbering,
  isHeaderOfList,
  readRosterHeader,
  scoreRosterHeader,
} from './roster-header.js';
import { SkippedLines } from './skipped-lines.js';

/** Titles, city and period stand above the table; the header is looked for this far down. */
const HEADER_WITHIN_ROWS = 30;

type Tell = (note: RosterNote) => void;

interface OpenedTable {
  readonly header: SheetRow | undefined;
  /** Rows above the header: titles. */
  readonly above: readonly SheetRow[];
  /** Rows read while looking for the header that lie below it. */
  readonly ahead: readonly SheetRow[];
}

async function openTable(rows: AsyncIterator<SheetRow>): Promise<OpenedTable> {
  const first: SheetRow[] = [];
  while (first.length < HEADER_WITHIN_ROWS) {
    const next = await rows.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  const counts = first.map(countColumnNames);
  const at = counts.indexOf(Math.max(...counts));
  return { header: first[at], above: first.slice(0, Math.max(at, 0)), ahead: first.slice(at + 1) };
}

/** What is told of one sheet while it is read and when it ends. */
class SheetNotes {
  private hiddenRows = 0;

  constructor(
    private readonly sheet: Sheet,
    private readonly tell: Tell,
  ) {}

  skipped(row: number, as: string): void {
    this.tell({ code: 'LINE_SKIPPED', sheet: this.sheet.name, row, params: { as } });
  }

  family(row: SheetRow): void {
    if (row.isHidden === true) this.hiddenRows += 1;
  }

  ends(usedColumns: Iterable<number>, absent: readonly string[], unexpected: readonly string[]): void {
    const hiddenColumns = [...usedColumns].filter((column) => this.sheet.hiddenColumns.has(column)).length;
    if (this.hiddenRows > 0) this.whole('ROWS_HIDDEN', { hidden: this.hiddenRows });
    if (hiddenColumns > 0) this.whole('COLUMNS_HIDDEN', { hidden: hiddenColumns });
    if (absent.length > 0) {
      this.whole('COLUMNS_MISSING', { missing: absent.join(', '), unexpected: unexpected.join(', ') || '–' });
    }
  }

  whole(code: RosterNote['code'], params: RosterNote['params'] = {}): void {
    this.tell({ code, sheet: this.sheet.name, row: null, params });
  }
}

/** What became of a sheet: a list, nothing at all, or something else whose likest row to a header is given. */
type SheetOutcome = 'list' | 'blank' | SheetRow;

/** The families of one sheet, and what it was. */
async function* readList(sheet: Sheet, tell: Tell): AsyncGenerator<RosterRow, SheetOutcome, undefined> {
  const notes = new SheetNotes(sheet, tell);
  const rows = sheet.rows();
  try {
    const { header, above, ahead } = await openTable(rows);
    if (header === undefined) return 'blank';
    if (!isHeaderOfList(header)) return header;
    const table = readRosterHeader(header);
    for (const { rowNumber } of above) notes.skipped(rowNumber, 'title');
    const lines = new SkippedLines(table);
    const reader = new RosterRowReader(table, sheet.name);
    let isFirst = true;
    for await (const row of following(ahead, rows)) {
      const isNumbering = isFirst && isColumnNumbering(row);
      isFirst = false;
      if (isNumbering) continue;
      const skippedAs = lines.judge(row);
      if (skippedAs !== undefined) notes.skipped(row.rowNumber, skippedAs);
      else {
        notes.family(row);
        yield reader.read(row);
      }
    }
    notes.ends(table.positions.values(), table.absent, table.unexpected);
    return 'list';
  } finally {
    await rows.return();
  }
}

async function* following(ahead: readonly SheetRow[], rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  yield* ahead;
  yield* rows;
}

async function holdsText(sheet: Sheet): Promise<boolean> {
  const rows = sheet.rows();
  const { done } = await rows.next();
  await rows.return();
  return done !== true;
}

/**
 * The rows of a city's roster, CSV or XLSX with all its sheets that hold a list, streamed in file order with flat
 * memory; what is wrong *inside* a row is left to `checkRosterRow`. `tell` hears what was passed over: sheets without a
 * list, hidden ones, titles, totals, signatures. Reading again gives the same rows. Throws DomainError FILE_EMPTY,
 * FILE_UNREADABLE, FILE_TYPE, FILE_TOO_LARGE, FILE_TOO_MANY_ROWS, ROSTER_COLUMNS and what else `openSheets` throws; rows
 * yielded before a throw must not be kept.
 */
export async function* readRosterRows(
  path: string,
  limits: FileLimits = {},
  tell: Tell = () => undefined,
): AsyncGenerator<RosterRow, void, undefined> {
  const maxRows = limits.maxRows ?? DEFAULT_LIMITS.maxRows;
  const sheets = await openSheets(path, { ...limits, headerScore: scoreRosterHeader });
  const others: { readonly sheet: Sheet; readonly row: SheetRow }[] = [];
  let hasList = false;
  let count = 0;
  for (const sheet of sheets) {
    if (sheet.isHidden && sheets.some((other) => !other.isHidden)) {
      if (await holdsText(sheet)) new SheetNotes(sheet, tell).whole('SHEET_HIDDEN');
      continue;
    }
    const list = readList(sheet, tell);
    for (let next = await list.next(); ; next = await list.next()) {
      if (next.done === true) {
        if (next.value === 'list') hasList = true;
        else if (next.value !== 'blank') others.push({ sheet, row: next.value });
        break;
      }
      count += 1;
      if (count > maxRows) throw refuseFile('FILE_TOO_MANY_ROWS', 'more rows than allowed', { maxRows });
      yield next.value;
    }
  }
  if (count === 0) refuseWithoutFamilies(others, hasList);
  for (const { sheet } of others) new SheetNotes(sheet, tell).whole('SHEET_SKIPPED');
}

function refuseWithoutFamilies(others: readonly { readonly row: SheetRow }[], hasList: boolean): never {
  const [likest] = others.toSorted((left, right) => countColumnNames(right.row) - countColumnNames(left.row));
  // Its header says which columns are missing.
  if (likest !== undefined && !hasList) readRosterHeader(likest.row);
  throw refuseFile('FILE_EMPTY', 'there is no row below the header');
}
