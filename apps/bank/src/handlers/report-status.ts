import { hash } from 'node:crypto';
import { writePain002, type ReportedRow, type StatusReportHeading, type StatusTotal } from '#channels';
import type { Bank, JobHandler } from '../bank.js';

/** The longest id that the format takes. */
const ID_LENGTH = 35;

interface OrderRow {
  readonly count: bigint;
  readonly sumRupiah: bigint;
}

function findOrder(bank: Bank, messageId: string): OrderRow | undefined {
  const select = bank.book.db.prepare('SELECT count, sum_rupiah AS sumRupiah FROM payment_order WHERE message_id = ?');
  select.setReadBigInts(true);
  return select.get(messageId) as unknown as OrderRow | undefined;
}

/** An id of the report's own, told by its letter; an order's long id is stood for by its hash, never cut. */
function reportId(prefix: string, messageId: string): string {
  const id = `${prefix}${messageId}`;
  return id.length <= ID_LENGTH ? id : `${prefix}${hash('sha256', messageId).slice(0, 32)}`;
}

function heading(bank: Bank, messageId: string, prefix: string, at: string): StatusReportHeading {
  const order = findOrder(bank, messageId);
  return {
    messageId: reportId(prefix, messageId),
    createdAt: at === '' ? new Date() : new Date(at),
    originalMessageId: messageId,
    ...(order ? { originalCount: Number(order.count), originalControlSumRupiah: order.sumRupiah } : {}),
  };
}

/**
 * Writes `<MsgId>.ack.pain002.xml`: the file was taken (ACTC) or refused as a whole (RJCT and the reason). Of another
 * file under a MsgId already taken it writes `<MsgId>.duplicate-<n>.pain002.xml`, with an id of its own.
 */
export const acknowledge: JobHandler = async (bank, { messageId = '', reason = '', name = '', at = '' }) => {
  const verdict = reason === '' ? { groupStatus: 'ACTC' } : { groupStatus: 'RJCT', reasonCode: reason };
  const report = { ...heading(bank, messageId, reason === 'DU01' ? 'D' : 'A', at), ...verdict };
  await bank.room.publish(`${name}.pain002.xml`, (writable) => writePain002(report, [], writable));
};

/** The status a row shows in a report: what hangs is PDNG in the first and final in the second. */
const STATUS_IN = {
  first: `CASE first_report WHEN 'PENDING' THEN 'PDNG' ELSE status END`,
  second: 'status',
} as const;
const ROWS_IN = { first: `first_report <> 'ABSENT'`, second: `first_report <> 'FINAL'` } as const;
type Report = keyof typeof ROWS_IN;

function totalsIn(bank: Bank, messageId: string, report: Report): StatusTotal[] {
  const select = bank.book.db.prepare(
    `SELECT ${STATUS_IN[report]} AS status, count(*) AS count, sum(amount_rupiah) AS sumRupiah
       FROM instruction WHERE message_id = ? AND ${ROWS_IN[report]} GROUP BY 1 ORDER BY 1`,
  );
  select.setReadBigInts(true);
  const rows = select.all(messageId) as unknown as { status: string; count: bigint; sumRupiah: bigint }[];
  return rows.map(({ status, count, sumRupiah }) => ({ status, count: Number(count), sumRupiah }));
}

function* rowsIn(bank: Bank, messageId: string, report: Report): Generator<ReportedRow> {
  const select = bank.book.db.prepare(
    `SELECT payment_information_id AS paymentInformationId, end_to_end_id AS endToEndId,
            ${STATUS_IN[report]} AS status, reason, amount_rupiah AS amountRupiah
       FROM instruction JOIN payment_block USING (message_id)
      WHERE message_id = ? AND position = block AND ${ROWS_IN[report]} ORDER BY id`,
  );
  select.setReadBigInts(true);
  for (const row of select.iterate(messageId)) {
    const { reason, ...found } = row as unknown as ReportedRow & { reason: string | null };
    yield found.status === 'RJCT' && reason !== null ? { ...found, reasonCode: reason } : found;
  }
}

async function publishStatus(bank: Bank, messageId: string, report: Report, at: string): Promise<void> {
  const totals = totalsIn(bank, messageId, report);
  if (report === 'second' && totals.length === 0) return;
  const number = report === 'first' ? 1 : 2;
  const groupStatus = totals.every(({ status }) => status === 'ACSC') ? 'ACSC' : 'PART';
  const status = { ...heading(bank, messageId, `S${number}`, at), groupStatus, totals };
  await bank.room.publish(`${messageId}.status-${number}.pain002.xml`, (writable) =>
    writePain002(status, rowsIn(bank, messageId, report), writable),
  );
}

/** Writes `<MsgId>.status-1.pain002.xml`: most outcomes, some PDNG, a few not mentioned. */
export const reportFirstStatus: JobHandler = (bank, { messageId = '', at = '' }) =>
  publishStatus(bank, messageId, 'first', at);

/** Writes `<MsgId>.status-2.pain002.xml`, final for all that were open; no file when nothing was. */
export const reportSecondStatus: JobHandler = (bank, { messageId = '', at = '' }) =>
  publishStatus(bank, messageId, 'second', at);
