import { refuseFile } from '../file-refusal.js';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_SHEET_ROWS, type SheetCell, type SheetRow } from '../sheet-row.js';
import type { XmlHandlers } from '../xml-stream.js';
import type { MergedValues } from './merged-cells.js';
import type { SharedStrings } from './shared-strings.js';
import type { WorkbookParts } from './workbook-parts.js';
import { columnOf, readCell, type RawCell } from './xlsx-cell.js';

/** Twice the columns of a list in every row that a sheet can have: more is an attack on time. */
const MAX_CELLS = 64 * MAX_SHEET_ROWS;

type Attributes = Readonly<Record<string, string>>;
type OpenCell = { -readonly [Key in keyof RawCell]: RawCell[Key] } & { column: number };

const isYes = (text: string | undefined): boolean => text === '1' || text === 'true';

/** Collects cells into rows; one instance reads one sheet. */
export class SheetCollector implements XmlHandlers {
  readonly rows: SheetRow[] = [];
  private rowNumber = 0;
  private rowCount = 0;
  private cellCount = 0;
  private isHidden = false;
  private cells: (SheetCell | undefined)[] = [];
  private cell: OpenCell | undefined;

  constructor(
    private readonly strings: SharedStrings,
    private readonly parts: WorkbookParts,
    private readonly merged: MergedValues,
    private readonly hiddenColumns: Set<number>,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'col' && isYes(attributes['hidden'])) this.hide(attributes);
  }

  close(name: string, text: string): void {
    if (text.length > MAX_CELL_CHARACTERS) throw this.tooLong();
    if (name === 'row') this.closeRow();
    if (!this.cell) return;
    if (name === 'v') this.cell.value = text;
    else if (name === 'f') this.cell.formula = text;
    else if (name === 't') {
      this.cell.inlineText = (this.cell.inlineText ?? '') + text;
      if (this.cell.inlineText.length > MAX_CELL_CHARACTERS) throw this.tooLong();
    } else if (name === 'c') {
      this.cells[this.cell.column] = readCell(this.cell, this.strings, this.parts);
      this.cell = undefined;
    }
  }

  private openRow(attributes: Attributes): void {
    this.rowCount += 1;
    this.rowNumber = attributes['r'] === undefined ? this.rowNumber + 1 : Number(attributes['r']);
    if (this.rowCount > MAX_SHEET_ROWS || !(this.rowNumber <= MAX_SHEET_ROWS)) {
      throw refuseFile('FILE_TOO_LARGE', 'more rows than a sheet has');
    }
    this.isHidden = isYes(attributes['hidden']);
    this.cells = [];
  }

  private closeRow(): void {
    this.merged.fill(this.rowNumber, this.cells);
    this.rows.push({ rowNumber: this.rowNumber, cells: this.cells, isHidden: this.isHidden });
  }

  private openCell(attributes: Attributes): void {
    this.cellCount += 1;
    if (this.cellCount > MAX_CELLS) throw refuseFile('FILE_TOO_LARGE', 'more cells than a list needs');
    const column = attributes['r'] === undefined ? this.cells.length : columnOf(attributes['r']);
    if (column < 0 || column >= MAX_COLUMNS) {
      throw refuseFile('FILE_ROW_TOO_LONG', 'a cell lies outside the sheet', { row: this.rowNumber });
    }
    const style = Number(attributes['s'] ?? 0);
    const type = attributes['t'] ?? '';
    this.cell = { column, type, style, value: undefined, inlineText: undefined, formula: undefined };
  }

  private hide({ min, max }: Attributes): void {
    for (let column = Number(min); column <= Math.min(Number(max), MAX_COLUMNS); column += 1) {
      this.hiddenColumns.add(column - 1);
    }
  }

  private tooLong(): Error {
    return refuseFile('FILE_ROW_TOO_LONG', 'a cell is longer than a sheet allows', { row: this.rowNumber });
  }
}
