import { readCsvRows } from './csv/csv-rows.js';
import { detectFileKind } from './file-kind.js';
import { DEFAULT_LIMITS, hasText, type Sheet, type SheetOptions, type SheetRow } from './sheet-row.js';
import { openWorkbook } from './xlsx/open-workbook.js';

async function* filled(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow, void, undefined> {
  for await (const row of rows) if (hasText(row)) yield row;
}

/**
 * The sheets of a CSV or XLSX, told apart by content; a CSV is one sheet without a name. Rows without any text are left
 * out; numbering keeps them. Throws what `detectFileKind` and `openWorkbook` throw.
 */
export async function openSheets(path: string, options: SheetOptions): Promise<readonly Sheet[]> {
  const kind = await detectFileKind(path, options.maxBytes ?? DEFAULT_LIMITS.maxBytes);
  if (kind === 'csv') {
    const rows = () => filled(readCsvRows(path, options));
    return [{ name: '', isHidden: false, hiddenColumns: new Set(), rows }];
  }
  const sheets = await openWorkbook(path);
  return sheets.map((sheet) => ({ ...sheet, rows: () => filled(sheet.rows()) }));
}

/** The rows of a list that has one sheet: the first that can be seen. */
export async function* readSheet(path: string, options: SheetOptions): AsyncGenerator<SheetRow, void, undefined> {
  const sheets = await openSheets(path, options);
  const sheet = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (sheet !== undefined) yield* sheet.rows();
}
