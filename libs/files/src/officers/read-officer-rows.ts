import { OFFICER_COLUMNS, type OfficerColumn, type OfficerRow, OPTIONAL_OFFICER_COLUMNS } from '#domain';
import { refuseFile } from '../file-refusal.js';
import { readSheet } from '../read-sheet.js';
import type { FileLimits, SheetRow } from '../sheet-row.js';

/** Twice the officers of a province; a larger list should come in parts. */
const MOST_ROWS = 20_000;

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** English names of the columns, and other spellings that offices use. */
const ALIASES: Readonly<Record<string, OfficerColumn>> = {
  NAMAPENGGUNA: 'USERNAME',
  NAME: 'NAMA',
  FULLNAME: 'NAMA',
  NAMALENGKAP: 'NAMA',
  OFFICE: 'KANTOR',
  LEVEL: 'TINGKAT',
  TERRITORYCODE: 'KODE WILAYAH',
  TERRITORY: 'KODE WILAYAH',
  ROLE: 'PERAN',
  FROM: 'MULAI',
  START: 'MULAI',
  TO: 'SELESAI',
  END: 'SELESAI',
  NKK: 'KK',
  FAMILYCARD: 'KK',
  LANGUAGE: 'BAHASA',
};

const COLUMN_BY_NAME = new Map<string, OfficerColumn>([
  ...OFFICER_COLUMNS.map((column): [string, OfficerColumn] => [plain(column), column]),
  ...Object.entries(ALIASES),
]);

const scoreHeader = (texts: readonly string[]): number =>
  texts.filter((text) => COLUMN_BY_NAME.has(plain(text))).length;

function positionsIn(header: SheetRow): ReadonlyMap<OfficerColumn, number> {
  const positions = new Map<OfficerColumn, number>();
  const repeated: string[] = [];
  header.cells.forEach((cell, index) => {
    const column = COLUMN_BY_NAME.get(plain(cell?.text ?? ''));
    if (column === undefined) return;
    if (positions.has(column)) repeated.push(column);
    else positions.set(column, index);
  });
  const missing = OFFICER_COLUMNS.filter(
    (column) => !positions.has(column) && !OPTIONAL_OFFICER_COLUMNS.includes(column),
  );
  if (missing.length > 0 || repeated.length > 0) {
    const details = { missing, repeated, row: header.rowNumber };
    throw refuseFile('OFFICER_COLUMNS', 'the header does not have the columns of a list of officers', details);
  }
  return positions;
}

function toRow({ rowNumber, cells }: SheetRow, positions: ReadonlyMap<OfficerColumn, number>): OfficerRow {
  const at = [...positions].map(([column, position]) => ({ column, cell: cells[position] }));
  return {
    rowNumber,
    cells: Object.fromEntries(at.map(({ column, cell }) => [column, cell?.text ?? ''])),
    formulas: at.filter(({ cell }) => cell?.isFormula === true).map(({ column }) => column),
  };
}

/**
 * The lines of a list of officers, CSV or XLSX, streamed in file order; what is wrong inside a line is left to
 * `checkOfficerRow`. Throws DomainError FILE_* or OFFICER_COLUMNS; lines yielded before a throw must not be kept.
 */
export async function* readOfficerRows(
  path: string,
  limits: FileLimits = {},
): AsyncGenerator<OfficerRow, void, undefined> {
  const maxRows = limits.maxRows ?? MOST_ROWS;
  let positions: ReadonlyMap<OfficerColumn, number> | undefined;
  let count = 0;
  for await (const row of readSheet(path, { ...limits, headerScore: scoreHeader })) {
    if (positions === undefined) {
      positions = positionsIn(row);
      continue;
    }
    count += 1;
    if (count > maxRows) throw refuseFile('FILE_TOO_MANY_ROWS', 'more rows than allowed', { maxRows });
    yield toRow(row, positions);
  }
  if (count === 0) throw refuseFile('FILE_EMPTY', 'there is no row below the header');
}
