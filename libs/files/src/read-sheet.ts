import { readCsvRows } from './csv/csv-rows.js';
import { detectFileKind } from './file-kind.js';
import { DEFAULT_LIMITS, type FileLimits, type SheetRow } from './sheet-row.js';
import { readXlsxRows } from './xlsx/xlsx-rows.js';

/** The rows of a CSV or XLSX, told apart by content. Rows without any text are left out; numbering keeps them. */
export async function* readSheet(path: string, limits: FileLimits): AsyncGenerator<SheetRow, void, undefined> {
  const kind = await detectFileKind(path, limits.maxBytes ?? DEFAULT_LIMITS.maxBytes);
  for await (const row of kind === 'xlsx' ? readXlsxRows(path) : readCsvRows(path)) {
    if (row.cells.some((cell) => cell !== undefined && cell.text.trim() !== '')) yield row;
  }
}
