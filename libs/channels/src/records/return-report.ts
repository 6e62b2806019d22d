import type { Writable } from 'node:stream';
import type { CsvValue } from '#files';
import { assertSum } from '../bank-file-refusal.js';
import { mapRecords, openRecords, writeRecords, type RecordLine } from './record-file.js';

/** DEBITED: taken back in full. WITHDRAWN_SINCE: the family had used it by then. REFUSED: the bank could not. */
export const RETURN_OUTCOMES = ['DEBITED', 'WITHDRAWN_SINCE', 'REFUSED'] as const;
export type ReturnOutcome = (typeof RETURN_OUTCOMES)[number];

export interface ReturnRow {
  readonly endToEndId: string;
  readonly outcome: ReturnOutcome;
  readonly debitedRupiah: bigint;
}

/** The bank's payment into the treasury for all rows debited. */
export interface TreasuryDeposit {
  /** The treasury's receipt number, 16 letters and digits; blank only when nothing was deposited. */
  readonly ntpn: string;
  /** The bank's own transaction number; blank only when nothing was deposited. */
  readonly ntb: string;
  readonly depositedRupiah: bigint;
  /** ISO date. */
  readonly depositedOn: string;
}

export interface ReturnReport {
  readonly returnId: string;
  readonly deposit: TreasuryDeposit;
  /** Number of rows. */
  readonly count: number;
}

/** Writes the report and ends the stream. Throws BANK_FILE_CONTROL_SUM when the deposit is not what was debited. */
export async function writeReturnReport(
  returnId: string,
  rows: AsyncIterable<ReturnRow> | Iterable<ReturnRow>,
  deposit: TreasuryDeposit,
  writable: Writable,
): Promise<void> {
  let debitedRupiah = 0n;
  async function* records(): AsyncGenerator<CsvValue[]> {
    for await (const row of rows) {
      debitedRupiah += row.debitedRupiah;
      yield [row.endToEndId, row.outcome, row.debitedRupiah];
    }
  }
  const trailer = () => {
    assertSum(deposit.depositedRupiah, debitedRupiah, 'depositedRupiah');
    return [deposit.ntpn, deposit.ntb, deposit.depositedRupiah, deposit.depositedOn];
  };
  await writeRecords('RETURN-REPORT', [returnId], records(), trailer, writable);
}

function readRow(record: RecordLine): ReturnRow {
  const outcome = RETURN_OUTCOMES.find((known) => known === record.text(1, 'outcome'));
  const debitedRupiah = record.rupiah(2, 'debitedRupiah');
  if (!outcome) throw record.refuse('outcome');
  if (outcome !== 'DEBITED' && debitedRupiah !== 0n) throw record.refuse('debitedRupiah');
  return { endToEndId: record.text(0, 'endToEndId'), outcome, debitedRupiah };
}

function readDeposit(trailer: RecordLine): TreasuryDeposit {
  const depositedRupiah = trailer.rupiah(3, 'depositedRupiah');
  const isNothing = depositedRupiah === 0n;
  const ntpn = trailer.text(1, 'ntpn', isNothing);
  if (ntpn !== '' && !/^[0-9A-Z]{16}$/.test(ntpn)) throw trailer.refuse('ntpn');
  return { ntpn, ntb: trailer.text(2, 'ntb', isNothing), depositedRupiah, depositedOn: trailer.date(4, 'depositedOn') };
}

async function* readRows(path: string): AsyncGenerator<ReturnRow, void, undefined> {
  const { rows } = await openRecords(path, 'RETURN-REPORT');
  yield* mapRecords(rows, readRow, () => undefined);
}

/**
 * Reads a return report. The receipt stands at its end, so the file is read through and checked first: what comes
 * back is whole, and `rows` reads it again. Throws BANK_FILE_*.
 */
export async function readReturnReport(
  path: string,
): Promise<ReturnReport & { readonly rows: AsyncGenerator<ReturnRow, void, undefined> }> {
  const opened = await openRecords(path, 'RETURN-REPORT');
  let deposit: TreasuryDeposit | undefined;
  let debitedRupiah = 0n;
  let count = 0;
  for await (const row of mapRecords(opened.rows, readRow, (trailer) => (deposit = readDeposit(trailer)))) {
    count += 1;
    debitedRupiah += row.debitedRupiah;
  }
  if (!deposit) throw opened.heading.refuse('trailer');
  assertSum(deposit.depositedRupiah, debitedRupiah, 'depositedRupiah');
  return { returnId: opened.heading.text(2, 'returnId'), deposit, count, rows: readRows(path) };
}
