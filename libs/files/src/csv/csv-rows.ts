import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { cleanText } from '../clean-text.js';
import { isErrorText } from '../error-text.js';
import { refuseFile } from '../file-refusal.js';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, type SheetCell, type SheetRow, type SheetOptions } from '../sheet-row.js';
import { detectEncoding, textOf } from './csv-encoding.js';
import { detectShape } from './csv-separator.js';

const MAX_RECORD_CHARACTERS = 1 << 20;
/** Lists laid end to end have the line ends of both. */
const LINE_ENDS = ['\r\n', '\n', '\r'];
/** A formula that is nothing but a text: how exports keep a spreadsheet from making numbers of digits. */
const GUARDED = /^="([^"]*)"$/;

function toCell(written: string, rowNumber: number): SheetCell {
  if (written.length > MAX_CELL_CHARACTERS) {
    throw refuseFile('FILE_ROW_TOO_LONG', 'a cell is longer than a sheet allows', { row: rowNumber });
  }
  const text = cleanText(written);
  if (isErrorText(text)) return { text, kind: 'error', isFormula: false };
  if (!text.startsWith('=')) return { text, kind: 'text', isFormula: false };
  const guarded = GUARDED.exec(text.trim())?.[1];
  return { text: guarded ?? text, kind: 'text', isFormula: guarded === undefined };
}

function toRow(record: readonly string[], rowNumber: number): SheetRow {
  if (record.length > MAX_COLUMNS) {
    throw refuseFile('FILE_ROW_TOO_LONG', 'a row has more cells than a sheet allows', { row: rowNumber });
  }
  return { rowNumber, cells: record.map((text) => (text === '' ? undefined : toCell(text, rowNumber))) };
}

/**
 * The rows of a CSV in UTF-8, UTF-16 or Windows-1252, parted by comma, semicolon (as Excel saves it in Indonesia) or
 * tab, or by what its `sep=` line says. Lines may differ in length and in their ends; a quotation mark inside a cell is
 * text. Throws FILE_QUOTE_OPEN with the row of a mark that is never closed, FILE_ROW_TOO_LONG, and FILE_UNREADABLE for
 * what is no text.
 */
export async function* readCsvRows(
  path: string,
  { headerScore = () => 0 }: SheetOptions = {},
): AsyncGenerator<SheetRow, void, undefined> {
  const encoding = await detectEncoding(path);
  const { separator, isDeclared } = await detectShape(path, encoding, headerScore);
  const parser = parse({
    bom: true,
    delimiter: separator,
    record_delimiter: LINE_ENDS,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  const rows = pipeline(Readable.from(textOf(path, encoding)), parser, () => undefined);
  let rowNumber = isDeclared ? -1 : 0;
  try {
    for await (const record of rows as AsyncIterable<string[]>) {
      rowNumber += 1;
      if (rowNumber > 0) yield toRow(record, rowNumber);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const read = typeof error['records'] === 'number' ? error['records'] : rowNumber;
    const row = read + (isDeclared ? 0 : 1);
    throw refuseFile('FILE_QUOTE_OPEN', 'a quotation mark is never closed', { row });
  }
}
