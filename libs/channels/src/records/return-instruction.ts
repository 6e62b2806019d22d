import type { Writable } from 'node:stream';
import type { CsvValue } from '#files';
import { assertCount, assertSum } from '../bank-file-refusal.js';
import { mapRecords, openRecords, writeRecords, type RecordLine } from './record-file.js';

/** Instructs the bank to debit untouched money and pay it into the treasury. */
export interface ReturnHeading {
  /** Sent again it stays the same, so that the bank debits once. */
  readonly returnId: string;
  /** MsgId of the order whose money goes back. */
  readonly messageId: string;
  /** ISO date of the instruction. */
  readonly instructedOn: string;
  readonly count: number;
  readonly totalRupiah: bigint;
}

export interface ReturnInstruction {
  readonly endToEndId: string;
  /** Blank for money that is held for a person. */
  readonly accountNumber: string;
  readonly amountRupiah: bigint;
}

/**
 * Writes the instruction and ends the stream. Throws BANK_FILE_INCOMPLETE or BANK_FILE_CONTROL_SUM when the rows are
 * not what the heading declares; what was written by then must be thrown away.
 */
export async function writeReturnInstruction(
  heading: ReturnHeading,
  rows: AsyncIterable<ReturnInstruction> | Iterable<ReturnInstruction>,
  writable: Writable,
): Promise<void> {
  let count = 0;
  let totalRupiah = 0n;
  async function* records(): AsyncGenerator<CsvValue[]> {
    for await (const row of rows) {
      count += 1;
      totalRupiah += row.amountRupiah;
      yield [row.endToEndId, row.accountNumber, row.amountRupiah];
    }
  }
  const trailer = () => {
    assertCount(heading.count, count);
    assertSum(heading.totalRupiah, totalRupiah, 'totalRupiah');
    return [totalRupiah];
  };
  const values = [heading.returnId, heading.messageId, heading.instructedOn, heading.count, heading.totalRupiah];
  await writeRecords('RETURN-INSTRUCTION', values, records(), trailer, writable);
}

/** Reads an instruction: heading now, rows as a stream, totals checked at its end. Throws BANK_FILE_*. */
export async function readReturnInstruction(
  path: string,
): Promise<{ readonly heading: ReturnHeading; readonly rows: AsyncGenerator<ReturnInstruction, void, undefined> }> {
  const opened = await openRecords(path, 'RETURN-INSTRUCTION');
  const heading: ReturnHeading = {
    returnId: opened.heading.text(2, 'returnId'),
    messageId: opened.heading.text(3, 'messageId'),
    instructedOn: opened.heading.date(4, 'instructedOn'),
    count: opened.heading.count(5, 'count'),
    totalRupiah: opened.heading.rupiah(6, 'totalRupiah'),
  };
  let totalRupiah = 0n;
  const read = (record: RecordLine): ReturnInstruction => {
    const amountRupiah = record.rupiah(2, 'amountRupiah');
    totalRupiah += amountRupiah;
    const endToEndId = record.text(0, 'endToEndId');
    return { endToEndId, accountNumber: record.text(1, 'accountNumber', true), amountRupiah };
  };
  const finish = (trailer: RecordLine): void => {
    assertCount(heading.count, trailer.count(0, 'rows'));
    assertSum(heading.totalRupiah, totalRupiah, 'totalRupiah');
  };
  return { heading, rows: mapRecords(opened.rows, read, finish) };
}
