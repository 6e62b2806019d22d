import { CARD_COLUMN, REQUIRED_COLUMNS, ROSTER_COLUMNS, type RosterColumn } from '#domain';
import { refuseFile } from '../file-refusal.js';
import type { SheetRow } from '../sheet-row.js';
import { COLUMN_SYNONYMS } from './column-synonyms.js';

export type ReadColumn = RosterColumn | typeof CARD_COLUMN;

/** Where the columns of a list stand, and what its header says besides. */
export interface RosterHeader {
  readonly positions: ReadonlyMap<ReadColumn, number>;
  /** Columns of the layout that the list does without. */
  readonly absent: readonly RosterColumn[];
  /** Headings that are no column of the layout; cut short, should data stand where names belong. */
  readonly unexpected: readonly string[];
  /** Cells of the header row, filled or not. */
  readonly width: number;
}

/** A sheet without a NIK is somebody's recapitulation, unless it has this many of the columns. */
const COLUMNS_OF_A_LIST = 8;
const LEAST_COLUMNS = 3;
const MOST_NAMED = 40;

const normalise = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
const EXACT = new Map<string, ReadColumn>(
  ([...ROSTER_COLUMNS, CARD_COLUMN] as const).map((column): [string, ReadColumn] => [normalise(column), column]),
);
const SYNONYMS = new Map<string, ReadColumn>(
  Object.entries(COLUMN_SYNONYMS).flatMap(([column, names]) =>
    names.map((name): [string, ReadColumn] => [normalise(name), column as ReadColumn]),
  ),
);

/** `TANGGAL LAHIR (hh/bb/tttt)` is the column, too. */
const withoutRemark = (text: string): string => text.replace(/\(.*?\)/g, ' ');

function columnOfName(text: string): ReadColumn | undefined {
  const name = normalise(text);
  const bare = normalise(withoutRemark(text));
  return EXACT.get(name) ?? SYNONYMS.get(name) ?? EXACT.get(bare) ?? SYNONYMS.get(bare);
}

/** How many of these texts are names of columns: titles above the table have none. */
export const scoreRosterHeader = (texts: readonly string[]): number =>
  new Set(texts.map(columnOfName).filter((column) => column !== undefined)).size;

export function countColumnNames(row: SheetRow): number {
  return scoreRosterHeader(row.cells.map((cell) => cell?.text ?? ''));
}

/** Whether a row is the header of a list of families, right or wrong. */
export function isHeaderOfList(row: SheetRow): boolean {
  const columns = row.cells.map((cell) => columnOfName(cell?.text ?? ''));
  const names = new Set(columns.filter((column) => column !== undefined)).size;
  return names >= COLUMNS_OF_A_LIST || (names >= LEAST_COLUMNS && columns.includes('NIK'));
}

/**
 * Where each column stands, by its name or a synonym; order is free. Throws ROSTER_COLUMNS naming what is missing of the
 * columns that no list can do without and what is unexpected, and ROSTER_COLUMNS_TWICE.
 */
export function readRosterHeader(row: SheetRow): RosterHeader {
  const names = row.cells.map((cell) => cell?.text.trim() ?? '');
  const columns = names.map(columnOfName);
  const positions = new Map<ReadColumn, number>();
  const repeated: string[] = [];
  const unexpected: string[] = [];
  const take = (isExact: boolean) => {
    columns.forEach((column, index) => {
      const name = names[index] ?? '';
      if (column === undefined || EXACT.has(normalise(name)) !== isExact) return;
      if (!positions.has(column)) positions.set(column, index);
      // Beside the column itself, a synonym is another column, such as the address one lives at.
      else if (isExact) repeated.push(column);
      else unexpected.push(name);
    });
  };
  take(true);
  take(false);
  columns.forEach((column, index) => {
    const name = names[index] ?? '';
    if (column === undefined && name !== '') unexpected.push(/\d{4}/.test(name) ? '…' : name.slice(0, 30));
  });
  const absent = ROSTER_COLUMNS.filter((column) => !positions.has(column));
  const missing = REQUIRED_COLUMNS.filter((column) => !positions.has(column));
  if (repeated.length > 0) {
    throw refuseFile('ROSTER_COLUMNS_TWICE', 'a column stands twice', { repeated, row: row.rowNumber });
  }
  if (missing.length > 0) {
    const details = { missing, unexpected: unexpected.slice(0, MOST_NAMED), row: row.rowNumber };
    throw refuseFile('ROSTER_COLUMNS', 'the header row does not have the columns of a roster', details);
  }
  return { positions, absent, unexpected: unexpected.slice(0, MOST_NAMED), width: row.cells.length };
}

/** Whether a row only numbers the columns 1, 2, 3…, as official tables do below their header. */
export function isColumnNumbering(row: SheetRow): boolean {
  const texts = row.cells.flatMap((cell) => (cell && cell.text.trim() !== '' ? [cell.text.trim()] : []));
  return texts.length > 2 && texts.every((text, index) => text.replace(/[().]/g, '') === String(index + 1));
}
