import { DomainError } from '#domain';
import { errorCode } from '../error-code.js';
import { refuseFile } from '../file-refusal.js';
import { MAX_CELL_CHARACTERS, type SheetCell, type SheetRow } from '../sheet-row.js';
import { streamXml, XmlError, type XmlHandlers } from '../xml-stream.js';
import { ZipReader } from '../zip/zip-reader.js';
import { readSharedStrings, SharedStrings } from './shared-strings.js';
import { readWorkbookParts, type WorkbookParts } from './workbook-parts.js';
import { columnOf, readCell, type RawCell } from './xlsx-cell.js';

const MAX_COLUMNS = 16_384;
/** How zlib and out-of-range offsets report an archive that is not whole. */
const DAMAGE = /^(Z_|ERR_OUT_OF_RANGE)/;

type OpenCell = { -readonly [Key in keyof RawCell]: RawCell[Key] } & { column: number };

/** Collects cells into rows; one instance reads one sheet. */
class SheetCollector implements XmlHandlers {
  readonly rows: SheetRow[] = [];
  private rowNumber = 0;
  private cells: (SheetCell | undefined)[] = [];
  private cell: OpenCell | undefined;

  constructor(
    private readonly strings: SharedStrings,
    private readonly parts: WorkbookParts,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.rowNumber = attributes['r'] === undefined ? this.rowNumber + 1 : Number(attributes['r']);
      this.cells = [];
    } else if (name === 'c') {
      const column = attributes['r'] === undefined ? this.cells.length : columnOf(attributes['r']);
      if (column < 0 || column >= MAX_COLUMNS) throw refuseFile('FILE_UNREADABLE', 'a cell lies outside the sheet');
      const style = Number(attributes['s'] ?? 0);
      const type = attributes['t'] ?? '';
      this.cell = { column, type, style, value: undefined, inlineText: undefined, formula: undefined };
    }
  }

  close(name: string, text: string): void {
    if (text.length > MAX_CELL_CHARACTERS) {
      throw refuseFile('FILE_UNREADABLE', 'a cell is longer than a sheet allows', { row: this.rowNumber });
    }
    if (name === 'row') this.rows.push({ rowNumber: this.rowNumber, cells: this.cells });
    if (!this.cell) return;
    if (name === 'v') this.cell.value = text;
    else if (name === 'f') this.cell.formula = text;
    else if (name === 't') this.cell.inlineText = (this.cell.inlineText ?? '') + text;
    else if (name === 'c') {
      this.cells[this.cell.column] = readCell(this.cell, this.strings, this.parts);
      this.cell = undefined;
    }
  }
}

/**
 * The rows of a workbook's first visible sheet, streamed. Throws FILE_UNREADABLE for a damaged or truncated workbook
 * and FILE_TYPE for another kind of zip; cells that hold a formula give their cached result.
 */
export async function* readXlsxRows(path: string): AsyncGenerator<SheetRow, void, undefined> {
  try {
    const zip = await ZipReader.open(path);
    const parts = await readWorkbookParts(zip);
    const hasStrings = zip.has('xl/sharedStrings.xml');
    const strings = hasStrings ? await readSharedStrings(zip.bytes('xl/sharedStrings.xml')) : new SharedStrings();
    const collector = new SheetCollector(strings, parts);
    yield* streamXml(zip.bytes(parts.sheetPath), collector.rows, collector);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (error instanceof RangeError && errorCode(error) === undefined)
      throw refuseFile('FILE_TOO_LARGE', 'the workbook holds too much text');
    const isDamage = error instanceof XmlError || DAMAGE.test(errorCode(error) ?? '');
    throw isDamage ? refuseFile('FILE_UNREADABLE', 'the workbook is damaged or cut short') : error;
  }
}
