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
const withoutMark = (text: string): string => (MARKED.test(text) ? text.slice(1) : text);
const MARKED = /^['’‘`]\d/;

/** A day number below this is a year or an age that somebody typed: nobody was born before 1910. */
const FIRST_SERIAL = 3654;

/** The text of a cell that is no number of identity: what a spreadsheet made of a date or of digits is undone. */
function readText(column: RosterColumn, cell: SheetCell): string {
  if (cell.kind !== 'number') return withoutMark(cell.text);
  // A bare number in the date column can only be a day number that lost its date format.
  if (column === 'TANGGAL LAHIR' && Number(cell.text) >= FIRST_SERIAL) {
    return serialToDate(Number(cell.text), false) ?? cell.text;
  }
  return wholeDigits(cell.text) ?? cell.text;
}

function countSurplus(row: SheetRow, width: number): number {
  return row.cells.slice(width).filter((cell) => cell !== undefined && cell.text.trim() !== '').length;
}

interface ColumnPlan {
  readonly column: RosterColumn;
  readonly position: number;
  readonly isDigits: boolean;
}

const NONE: readonly RosterColumn[] = [];

/** Columns that are told of a row: most rows have none, and then nothing is kept for them. */
const adding = (columns: readonly RosterColumn[], column: RosterColumn): readonly RosterColumn[] => [
  ...columns,
  column,
];

/** Puts the lines of one sheet under the column names, keeping identity numbers as digits. What is known of the header is worked out once. */
export class RosterRowReader {
  private readonly plan: readonly ColumnPlan[];
  private readonly cardPosition: number;

  constructor(
    private readonly header: RosterHeader,
    private readonly sheet: string,
  ) {
    const { positions } = header;
    this.plan = ROSTER_COLUMNS.flatMap((column) => {
      const position = positions.get(column);
      return position === undefined ? [] : [{ column, position, isDigits: isDigitColumn(column) }];
    });
    this.cardPosition = positions.get(CARD_COLUMN) ?? -1;
  }

  read(row: SheetRow): RosterRow {
    const cells = blankRosterCells();
    let [formulaColumns, numberColumns, inexactColumns, errorColumns] = [NONE, NONE, NONE, NONE];
    for (const { column, position, isDigits } of this.plan) {
      const cell = row.cells[position];
      if (cell === undefined || cell.text === '') continue;
      if (cell.kind === 'error') {
        errorColumns = adding(errorColumns, column);
        continue;
      }
      if (cell.isFormula) formulaColumns = adding(formulaColumns, column);
      if (isDigits) {
        const digits = readDigits(cell);
        cells[column] = digits.text;
        if (digits.isNumber) numberColumns = adding(numberColumns, column);
        if (digits.isInexact) inexactColumns = adding(inexactColumns, column);
      } else cells[column] = readText(column, cell);
    }
    const card = row.cells[this.cardPosition];
    return {
      rowNumber: row.rowNumber,
      sheet: this.sheet,
      cells,
      ...(card === undefined ? {} : { cardNumber: readDigits(card).text }),
      formulaColumns,
      numberColumns,
      inexactColumns,
      errorColumns,
      absentColumns: this.header.absent,
      // In a workbook no cell is shifted by a comma; what stands beside the table there is a remark.
      surplusCells:
        this.sheet === '' && row.cells.length > this.header.width ? countSurplus(row, this.header.width) : 0,
    };
  }
}
