import { ROSTER_COLUMNS, type RosterColumn } from '#domain';
import { refuseFile } from '../file-refusal.js';
import type { SheetRow } from '../sheet-row.js';

/** Other spellings of one month that offices use. */
const ALIASES: Readonly<Record<string, RosterColumn>> = { AGS: 'AGU', AGT: 'AGU', AGUST: 'AGU' };

const normalise = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
const COLUMN_BY_NAME = new Map<string, RosterColumn>([
  ...ROSTER_COLUMNS.map((column): [string, RosterColumn] => [normalise(column), column]),
  ...Object.entries(ALIASES),
]);

const columnAt = (text: string): RosterColumn | undefined => COLUMN_BY_NAME.get(normalise(text));

/** How many cells of a row are column names: titles above the table have none. */
export function countColumnNames(row: SheetRow): number {
  return row.cells.filter((cell) => cell !== undefined && columnAt(cell.text) !== undefined).length;
}

/**
 * Where each column stands. Order is free and further columns are ignored, but all 33 must be there, once: throws
 * ROSTER_COLUMNS naming what is missing, repeated and unexpected (cut short, should data stand where names belong).
 */
export function readRosterHeader(row: SheetRow): ReadonlyMap<RosterColumn, number> {
  const positions = new Map<RosterColumn, number>();
  const repeated: string[] = [];
  const unexpected: string[] = [];
  row.cells.forEach((cell, index) => {
    const text = cell?.text.trim() ?? '';
    const column = columnAt(text);
    if (column === undefined) {
      if (text !== '') unexpected.push(/\d{4}/.test(text) ? '…' : text.slice(0, 30));
    } else if (positions.has(column)) repeated.push(column);
    else positions.set(column, index);
  });
  const missing = ROSTER_COLUMNS.filter((column) => !positions.has(column));
  if (missing.length > 0 || repeated.length > 0) {
    const details = { missing, repeated, unexpected: unexpected.slice(0, 40), row: row.rowNumber };
    throw refuseFile('ROSTER_COLUMNS', 'the header row does not have the columns of a roster', details);
  }
  return positions;
}

/** Whether a row only numbers the columns 1, 2, 3…, as official tables do below their header. */
export function isColumnNumbering(row: SheetRow): boolean {
  const texts = row.cells.flatMap((cell) => (cell && cell.text.trim() !== '' ? [cell.text.trim()] : []));
  return texts.length > 2 && texts.every((text, index) => text.replace(/[().]/g, '') === String(index + 1));
}
