import { PassThrough } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import exceljs from 'exceljs';

/** A column of a list that is handed out whole: its heading, and the cell of a row. Text stays text, whatever it begins with. */
export interface SheetColumn<Row> {
  readonly heading: string;
  readonly width?: number;
  readonly cell: (row: Row) => string | number | null;
}

interface RowsPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** As much as a sheet holds below its heading (1,048,576 rows), with room to spare. */
const ROWS_OF_SHEET = 1_000_000;
const PAGE = 500;

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands out a page of a list; called until it says that there is no next one. */
type PageAfter<Row> = (at: { readonly cursor: string | undefined; readonly limit: number }) => Promise<RowsPage<Row>>;

/**
 * The whole list as a workbook of this name, written while it is read page by page: nothing of it is held. What a page cannot be
 * read for breaks the stream off, so that half a list is never taken for the whole.
 */
export function listXlsx<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  pageAfter: PageAfter<Row>,
): StreamableFile {
  const stream = new PassThrough();
  writeWorkbook(columns, pageAfter, stream).catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return new StreamableFile(stream, { type: XLSX, disposition: `attachment; filename="${name}.xlsx"` });
}

/** A list that is read at once. */
export const oneList =
  <Row>(rows: () => Promise<readonly Row[]>): PageAfter<Row> =>
  async () => ({ rows: await rows(), next: null });

async function writeWorkbook<Row>(
  columns: readonly SheetColumn<Row>[],
  pageAfter: PageAfter<Row>,
  stream: PassThrough,
): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream });
  let sheet = addSheet(workbook, columns);
  let rows = 0;
  let cursor: string | undefined;
  do {
    const page = await pageAfter({ cursor, limit: PAGE });
    for (const row of page.rows) {
      if (rows > 0 && rows % ROWS_OF_SHEET === 0) {
        sheet.commit();
        sheet = addSheet(workbook, columns);
      }
      sheet.addRow(columns.map(({ cell }) => cell(row))).commit();
      rows += 1;
    }
    cursor = page.next ?? undefined;
    if (stream.writableNeedDrain) await drained(stream);
  } while (cursor !== undefined && !stream.destroyed);
  sheet.commit();
  await workbook.commit();
}

/** Until whoever reads has caught up, or has gone. */
async function drained(stream: PassThrough): Promise<void> {
  await new Promise<void>((resolve) => {
    stream.once('drain', resolve).once('close', resolve);
  });
}

function addSheet<Row>(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  columns: readonly SheetColumn<Row>[],
): exceljs.Worksheet {
  const sheet = workbook.addWorksheet(undefined, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width = 18 }) => ({ width }));
  const heading = sheet.addRow(columns.map(({ heading: words }) => words));
  heading.font = { bold: true };
  heading.commit();
  return sheet;
}
