import { createReadStream } from 'node:fs';
import { pipeline, type Writable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { writeRawCsv, type CsvValue } from '#files';
import { assertCount, refuseBankFile } from '../bank-file-refusal.js';
import { isIsoDay } from '../iso-date.js';

/** Layouts agreed with the bank, by the word in their first line. */
export type RecordKind = 'USAGE-REQUEST' | 'USAGE-REPORT' | 'RETURN-INSTRUCTION' | 'RETURN-REPORT';

const VERSION = '1';
/** Last value of the last line: tells a trailer from the beginning of one. */
const END = 'END';

/** The values of one line after its letter, read by position. */
export class RecordLine {
  constructor(
    readonly line: number,
    private readonly values: readonly string[],
  ) {}

  /** Whether the line is there to its last value. */
  get isWhole(): boolean {
    return this.values.at(-1) === END;
  }

  /** Text as it stands; blank is refused unless `orBlank`. */
  text(position: number, field: string, orBlank = false): string {
    const value = this.values[position] ?? '';
    if (value === '' && !orBlank) throw this.refuse(field);
    return value;
  }

  /** Whole rupiah, digits only. */
  rupiah(position: number, field: string): bigint {
    const value = this.values[position] ?? '';
    if (!/^\d{1,18}$/.test(value)) throw this.refuse(field);
    return BigInt(value);
  }

  /** An ISO date of a day that exists. */
  date(position: number, field: string): string {
    const value = this.values[position] ?? '';
    if (!isIsoDay(value)) throw this.refuse(field);
    return value;
  }

  /** A whole number of rows. */
  count(position: number, field: string): number {
    return Number(this.rupiah(position, field));
  }

  refuse(field: string): Error {
    const details = { field, line: this.line };
    return refuseBankFile('BANK_FILE_UNREADABLE', `${field} is missing or cannot be read`, details);
  }
}

/** A file being read: its heading line, then its rows, with the trailer as the value returned at the end. */
export interface OpenedRecords {
  readonly heading: RecordLine;
  readonly rows: AsyncGenerator<RecordLine, RecordLine, undefined>;
}

async function* lines(path: string): AsyncGenerator<{ letter: string; record: RecordLine }, void, undefined> {
  const parser = pipeline(createReadStream(path), parse({ relax_column_count: true, bom: true }), () => undefined);
  let line = 0;
  try {
    for await (const values of parser as AsyncIterable<string[]>) {
      line += 1;
      yield { letter: values[0] ?? '', record: new RecordLine(line, values.slice(1)) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuseBankFile('BANK_FILE_UNREADABLE', 'quotation marks do not match', { line: line + 1 });
  }
}

async function* rowsUntilTrailer(source: ReturnType<typeof lines>): OpenedRecords['rows'] {
  let count = 0;
  let trailer: RecordLine | undefined;
  for await (const { letter, record } of source) {
    if (trailer || (letter !== 'D' && letter !== 'T')) throw record.refuse('record');
    if (letter === 'T') trailer = record;
    else {
      count += 1;
      yield record;
    }
  }
  if (!trailer?.isWhole)
    throw refuseBankFile('BANK_FILE_INCOMPLETE', 'the file has no whole trailer line', { found: count });
  assertCount(trailer.count(0, 'rows'), count);
  return trailer;
}

/**
 * Opens a file of records: one `H` line with kind and version, `D` lines, and one `T` line whose first value is the
 * number of `D` lines and whose last is `END`. Without its trailer a file counts as cut short. Throws BANK_FILE_INCOMPLETE or
 * BANK_FILE_UNREADABLE; rows read before a throw must not be kept.
 */
export async function openRecords(path: string, kind: RecordKind): Promise<OpenedRecords> {
  const source = lines(path);
  const first = await source.next();
  if (first.done === true) throw refuseBankFile('BANK_FILE_INCOMPLETE', 'the file is empty');
  const { letter, record } = first.value;
  const isAgreed =
    letter === 'H' && record.text(0, 'kind', true) === kind && record.text(1, 'version', true) === VERSION;
  if (!isAgreed) {
    await source.return();
    throw record.refuse('kind');
  }
  return { heading: record, rows: rowsUntilTrailer(source) };
}

/** Writes a file of records and ends the stream; `trailer` is asked after the last row and told their number. */
export async function writeRecords(
  kind: RecordKind,
  heading: readonly CsvValue[],
  rows: AsyncIterable<readonly CsvValue[]> | Iterable<readonly CsvValue[]>,
  trailer: () => readonly CsvValue[],
  writable: Writable,
): Promise<void> {
  async function* records(): AsyncGenerator<CsvValue[]> {
    yield ['H', kind, VERSION, ...heading];
    let count = 0;
    for await (const row of rows) {
      count += 1;
      yield ['D', ...row];
    }
    yield ['T', count, ...trailer(), END];
  }
  await writeRawCsv(records(), writable);
}

/** Reads rows to the end one by one, then hands the trailer to `finish`, which throws if the totals differ. */
export async function* mapRecords<Row>(
  rows: OpenedRecords['rows'],
  read: (record: RecordLine) => Row,
  finish: (trailer: RecordLine) => void,
): AsyncGenerator<Row, void, undefined> {
  try {
    for (let next = await rows.next(); ; next = await rows.next()) {
      if (next.done === true) {
        finish(next.value);
        return;
      }
      yield await readOrIncomplete(next.value, read, rows);
    }
  } finally {
    // Closes the file when the reader stops half-way; a generator that has ended takes this as nothing.
    await rows.return(new RecordLine(0, []));
  }
}

/** A line that cannot be read and has nothing after it was cut off, which is another fault than a wrong value. */
async function readOrIncomplete<Row>(
  record: RecordLine,
  read: (record: RecordLine) => Row,
  rows: OpenedRecords['rows'],
): Promise<Row> {
  try {
    return read(record);
  } catch (error) {
    await rows.next();
    throw error;
  }
}
