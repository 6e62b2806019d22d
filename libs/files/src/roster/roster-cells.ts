import {
  blankRosterCells,
  CARD_COLUMN,
  DIGIT_COLUMNS,
  ROSTER_COLUMNS,
  type RosterColumn,
  type RosterRow,
} from '#domain';
import type { SheetCell, SheetRow } from '../sheet-row.js';
import { serialToDate } from '../xlsx/serial-date.js';
import type { RosterHeader } from './roster-header.js';

/** Spreadsheets keep 15 significant digits; a NIK has 16. */
const EXACT_DIGITS = 15;
const SCIENTIFIC = /^\d([.,]\d+)?E\+?\d+$/i;

const isDigitColumn = (column: RosterColumn): boolean => (DIGIT_COLUMNS as readonly RosterColumn[]).includes(column);

/** A number's digits in full, `3.275E+15` included; undefined for a fraction or anything else. */
function wholeDigits(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  const value = Number(text.replace(',', '.'));
  return Number.isInteger(value) && value >= 0 ? BigInt(value).toString() : undefined;
}

/** Sixteen digits ending in 0 may be a NIK that a spreadsheet cut to fifteen: nobody can tell, so it counts as lost. */
function isInexact(digits: string, written: string): boolean {
  if (digits.length <= EXACT_DIGITS) return false;
  return (
    SCIENTIFIC.test(written) || /^0+$/.test(digits.slice(EXACT_DIGITS)) || Number(digits) > Number.MAX_SAFE_INTEGER
  );
}

interface ReadCell {
  readonly text: string;
  readonly isNumber: boolean;
  readonly isInexact: boolean;
}

/** The digits of a cell of numbers, whatever a spreadsheet made of them. */
export function readDigits({ text, kind }: SheetCell): ReadCell {
  const trimmed = text.trim();
  const isNumber = kind === 'number' || SCIENTIFIC.test(trimmed);
  const digits = isNumber ? wholeDigits(trimmed) : undefined;
  if (digits === undefined) return { text: withoutMark(trimmed), isNumber, isInexact: false };
  return { text: digits, isNumber, isInexact: isInexact(digits, trimmed) };
}

/** An apostrophe in front of digits is how a spreadsheet is made to keep them; it is no part of the number. */
const withoutMark = (text: string): string => text.replace(/^['’‘`](?=\d)/, '');

/** A day number below this is a year or an age that somebody typed: nobody was born before 1910. */
const FIRST_SERIAL = 3654;

function readValue(column: RosterColumn, cell: SheetCell): ReadCell {
  if (isDigitColumn(column)) return readDigits(cell);
  const asText = (text: string): ReadCell => ({ text, isNumber: false, isInexact: false });
  if (cell.kind !== 'number') return asText(withoutMark(cell.text));
  // A bare number in the date column can only be a day number that lost its date format.
  if (column === 'TANGGAL LAHIR' && Number(cell.text) >= FIRST_SERIAL) {
    return asText(serialToDate(Number(cell.text), false) ?? cell.text);
  }
  return asText(wholeDigits(cell.text) ?? cell.text);
}

function countSurplus(row: SheetRow, width: number): number {
  return row.cells.slice(width).filter((cell) => cell !== undefined && cell.text.trim() !== '').length;
}

/** Puts a line of the file under the column names, keeping identity numbers as digits. */
export function toRosterRow(row: SheetRow, header: RosterHeader, sheet: string): RosterRow {
  const { positions } = header;
  const cells = blankRosterCells();
  const formulaColumns: RosterColumn[] = [];
  const numberColumns: RosterColumn[] = [];
  const inexactColumns: RosterColumn[] = [];
  const errorColumns: RosterColumn[] = [];
  for (const column of ROSTER_COLUMNS) {
    const cell = row.cells[positions.get(column) ?? -1];
    if (!cell) continue;
    if (cell.kind === 'error') {
      errorColumns.push(column);
      continue;
    }
    const value = readValue(column, cell);
    cells[column] = value.text;
    if (cell.isFormula) formulaColumns.push(column);
    if (value.isNumber) numberColumns.push(column);
    if (value.isInexact) inexactColumns.push(column);
  }
  const card = row.cells[positions.get(CARD_COLUMN) ?? -1];
  return {
    ...{ rowNumber: row.rowNumber, sheet, cells, absentColumns: header.absent },
    ...{ formulaColumns, numberColumns, inexactColumns, errorColumns },
    ...(card === undefined ? {} : { cardNumber: readDigits(card).text }),
    // In a workbook no cell is shifted by a comma; what stands beside the table there is a remark.
    surplusCells: sheet === '' ? countSurplus(row, header.width) : 0,
  };
}
