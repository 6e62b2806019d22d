import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';

export type CsvValue = string | number | bigint;

/**
 * Writes rows as CSV (UTF-8, comma, LF) and ends the stream; keeps pace with the reader of the stream. Text that a
 * spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab, return) is disarmed with a leading apostrophe.
 * Rejects with the stream's own error.
 */
export async function writeCsv(
  rows: AsyncIterable<readonly CsvValue[]> | Iterable<readonly CsvValue[]>,
  writable: Writable,
): Promise<void> {
  await pipeline(Readable.from(rows), stringify({ escape_formulas: true }), writable);
}

/**
 * The same without disarming: for files read by programs, and for samples that must carry the formulas cities send.
 */
export async function writeRawCsv(
  rows: AsyncIterable<readonly CsvValue[]> | Iterable<readonly CsvValue[]>,
  writable: Writable,
): Promise<void> {
  await pipeline(Readable.from(rows), stringify(), writable);
}
