import type { Writable } from 'node:stream';
import type { CsvValue } from '#files';
import { assertSum } from '../bank-file-refusal.js';
import { mapRecords, openRecords, writeRecords, type RecordLine } from './record-file.js';
import type { UsageRequest } from './usage-request.js';

/** What one credited family has done with its money up to the report's day. */
export interface UsageRow {
  readonly endToEndId: string;
  readonly creditedRupiah: bigint;
  /** ISO date. */
  readonly creditedOn: string;
  /** Whether the family has withdrawn or bought at least once. Silence (no row) is not the same as `false`. */
  readonly hasTransacted: boolean;
  /** ISO date of the first transaction; only with `hasTransacted`. */
  readonly transactedOn?: string;
  readonly withdrawnRupiah: bigint;
  /**
   * Still on the account; what was returned to the treasury is in neither. More than is left of the credit is no fault
   * of the file: a family's own money may lie there.
   */
  readonly balanceRupiah: bigint;
}

interface UsageTotals {
  creditedRupiah: bigint;
  withdrawnRupiah: bigint;
  balanceRupiah: bigint;
}

const noTotals = (): UsageTotals => ({ creditedRupiah: 0n, withdrawnRupiah: 0n, balanceRupiah: 0n });

function addTo(totals: UsageTotals, row: UsageRow): void {
  totals.creditedRupiah += row.creditedRupiah;
  totals.withdrawnRupiah += row.withdrawnRupiah;
  totals.balanceRupiah += row.balanceRupiah;
}

/** Writes a usage report, totals in its trailer, and ends the stream. */
export async function writeUsageReport(
  request: UsageRequest,
  rows: AsyncIterable<UsageRow> | Iterable<UsageRow>,
  writable: Writable,
): Promise<void> {
  const totals = noTotals();
  async function* records(): AsyncGenerator<CsvValue[]> {
    for await (const row of rows) {
      addTo(totals, row);
      const transacted = [row.hasTransacted ? 'Y' : 'N', row.transactedOn ?? ''];
      const money = [row.withdrawnRupiah, row.balanceRupiah];
      yield [row.endToEndId, row.creditedRupiah, row.creditedOn, ...transacted, ...money];
    }
  }
  const trailer = () => [totals.creditedRupiah, totals.withdrawnRupiah, totals.balanceRupiah];
  const heading = [request.requestId, request.messageId, request.asOf];
  await writeRecords('USAGE-REPORT', heading, records(), trailer, writable);
}

function readRow(record: RecordLine): UsageRow {
  const flag = record.text(3, 'transacted');
  if (flag !== 'Y' && flag !== 'N') throw record.refuse('transacted');
  return {
    endToEndId: record.text(0, 'endToEndId'),
    creditedRupiah: record.rupiah(1, 'creditedRupiah'),
    creditedOn: record.date(2, 'creditedOn'),
    hasTransacted: flag === 'Y',
    ...(flag === 'Y' ? { transactedOn: record.date(4, 'transactedOn') } : {}),
    withdrawnRupiah: record.rupiah(5, 'withdrawnRupiah'),
    balanceRupiah: record.rupiah(6, 'balanceRupiah'),
  };
}

/**
 * Reads a usage report: what it answers now, rows as a stream, count and totals checked at its end. Throws
 * BANK_FILE_INCOMPLETE, BANK_FILE_CONTROL_SUM, BANK_FILE_UNREADABLE; rows read before a throw must not be kept.
 */
export async function readUsageReport(
  path: string,
): Promise<{ readonly heading: UsageRequest; readonly rows: AsyncGenerator<UsageRow, void, undefined> }> {
  const { heading, rows } = await openRecords(path, 'USAGE-REPORT');
  const totals = noTotals();
  const read = (record: RecordLine): UsageRow => {
    const row = readRow(record);
    addTo(totals, row);
    return row;
  };
  const finish = (trailer: RecordLine): void => {
    assertSum(trailer.rupiah(1, 'creditedRupiah'), totals.creditedRupiah, 'creditedRupiah');
    assertSum(trailer.rupiah(2, 'withdrawnRupiah'), totals.withdrawnRupiah, 'withdrawnRupiah');
    assertSum(trailer.rupiah(3, 'balanceRupiah'), totals.balanceRupiah, 'balanceRupiah');
  };
  const requestId = heading.text(2, 'requestId');
  const messageId = heading.text(3, 'messageId');
  return { heading: { requestId, messageId, asOf: heading.date(4, 'asOf') }, rows: mapRecords(rows, read, finish) };
}
