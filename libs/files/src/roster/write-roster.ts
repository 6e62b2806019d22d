import type { Writable } from 'node:stream';
import { ROSTER_COLUMNS, type RosterColumn } from '#domain';
import { writeRawCsv } from '../csv/write-csv.js';
import type { CellValue } from '../xlsx/sheet-xml.js';
import { writeXlsx } from '../xlsx/write-xlsx.js';

/** A row of a roster to be written. A NIK given as a number is stored as one, hazard and all. */
export type RosterRecord = Readonly<Record<RosterColumn, CellValue>>;

async function* asTable(records: AsyncIterable<RosterRecord> | Iterable<RosterRecord>): AsyncGenerator<CellValue[]> {
  yield [...ROSTER_COLUMNS];
  for await (const record of records) yield ROSTER_COLUMNS.map((column) => record[column]);
}

const asCsvValue = (value: CellValue): string | number => (typeof value === 'object' ? `=${value.formula}` : value);

/** Writes a roster as CSV just as given: formulas stay formulas, since this is how cities send them. */
export async function writeRosterCsv(
  records: AsyncIterable<RosterRecord> | Iterable<RosterRecord>,
  writable: Writable,
): Promise<void> {
  async function* lines(): AsyncGenerator<(string | number)[]> {
    for await (const row of asTable(records)) yield row.map(asCsvValue);
  }
  await writeRawCsv(lines(), writable);
}

/** Writes a roster as a workbook with one sheet, `BNBA`. */
export async function writeRosterXlsx(
  records: AsyncIterable<RosterRecord> | Iterable<RosterRecord>,
  writable: Writable,
): Promise<void> {
  await writeXlsx('BNBA', asTable(records), writable);
}
