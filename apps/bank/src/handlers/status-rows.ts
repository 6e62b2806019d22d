import { hash } from 'node:crypto';
import type { ReportedRow, StatusTotal } from '#channels';
import type { Bank } from '../bank.js';

/** FIRST: most outcomes, with what hangs as PDNG. SECOND: what hung, final. WHOLE: everything, final. */
export type Report = 'first' | 'second' | 'whole';

/** The status a row shows: what hangs is PDNG in the first report and final in the others. */
const STATUS_IN: Readonly<Record<Report, string>> = {
  first: `CASE first_report WHEN 'PENDING' THEN 'PDNG' ELSE status END`,
  second: 'status',
  whole: 'status',
};
const ROWS_IN: Readonly<Record<Report, string>> = {
  first: `first_report <> 'ABSENT'`,
  second: `first_report <> 'FINAL'`,
  whole: 'TRUE',
};

type Found = ReportedRow & { readonly reason: string | null; readonly fault: string | null };

function selectRows(bank: Bank, report: Report) {
  const select = bank.book.db.prepare(
    `SELECT payment_information_id AS paymentInformationId, end_to_end_id AS endToEndId,
            ${STATUS_IN[report]} AS status, reason, coalesce(stated_rupiah, amount_rupiah) AS amountRupiah, fault
       FROM instruction JOIN payment_block USING (message_id)
      WHERE message_id = ? AND position = block AND ${ROWS_IN[report]} AND fault IS NOT 'missing-status' ORDER BY id`,
  );
  select.setReadBigInts(true);
  return select;
}

/** Rows of a report as the bank tells them, those of instructions that nobody ordered last. */
export function* rowsIn(bank: Bank, messageId: string, report: Report, unknown: number): Generator<ReportedRow> {
  for (const row of selectRows(bank, report).iterate(messageId)) {
    const { reason, fault, ...found } = row as unknown as Found;
    const reported = found.status === 'RJCT' && reason !== null ? { ...found, reasonCode: reason } : found;
    yield reported;
    if (fault === 'duplicate-row') yield reported;
  }
  for (let number = 1; number <= unknown; number += 1) {
    const endToEndId = `U${hash('sha256', `${bank.seed}|unknown|${messageId}|${number}`).slice(0, 30).toUpperCase()}`;
    yield { endToEndId, status: 'ACSC', amountRupiah: 400_000n };
  }
}

/** How many rows have each status and what they come to, counted on the very rows that are told. */
export function totalsOf(rows: Iterable<ReportedRow>): StatusTotal[] {
  const totals = new Map<string, { count: number; sumRupiah: bigint }>();
  for (const { status, amountRupiah = 0n } of rows) {
    const total = totals.get(status) ?? { count: 0, sumRupiah: 0n };
    total.count += 1;
    total.sumRupiah += amountRupiah;
    totals.set(status, total);
  }
  return [...totals]
    .map(([status, total]) => ({ status, ...total }))
    .sort((one, two) => (one.status < two.status ? -1 : 1));
}
