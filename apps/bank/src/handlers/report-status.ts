import { writePain002, type StatusReportHeading } from '#channels';
import type { Bank, JobHandler } from '../bank.js';
import { reportId } from './report-id.js';
import { rowsIn, totalsOf, type Report } from './status-rows.js';

/** How much of a report is there that breaks off. */
const SHARE_BEFORE_THE_BREAK = 0.6;

interface OrderRow {
  readonly count: bigint;
  readonly sumRupiah: bigint;
}

function findOrder(bank: Bank, messageId: string): OrderRow | undefined {
  const select = bank.book.db.prepare('SELECT count, sum_rupiah AS sumRupiah FROM payment_order WHERE message_id = ?');
  select.setReadBigInts(true);
  return select.get(messageId) as unknown as OrderRow | undefined;
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

/** What a report is to say, as its job has it; `spoilt` names the fault that makes its file unusable. */
interface Wanted {
  readonly messageId?: string;
  readonly number?: string;
  readonly at?: string;
  readonly unknown?: string;
  readonly spoilt?: string;
}

async function publishStatus(bank: Bank, report: Report, usualNumber: string, wanted: Wanted): Promise<void> {
  const { messageId = '', number = usualNumber, at = '', unknown = '0', spoilt } = wanted;
  const rows = () => rowsIn(bank, messageId, report, Number(unknown));
  const totals = totalsOf(rows());
  if (report === 'second' && totals.length === 0) return;
  const groupStatus = totals.every(({ status }) => status === 'ACSC') ? 'ACSC' : 'PART';
  const stated = totals.map((total, index) => {
    const isWrong = spoilt === 'wrong-control-sum' && index === 0;
    return isWrong ? { ...total, sumRupiah: (total.sumRupiah ?? 0n) + 1n } : total;
  });
  const status = { ...heading(bank, messageId, `S${number}`, at), groupStatus, totals: stated };
  await bank.room.publish(
    `${messageId}.status-${number}.pain002.xml`,
    (writable) => writePain002(status, rows(), writable),
    spoilt === 'truncated-status' ? SHARE_BEFORE_THE_BREAK : 1,
  );
}

/** Writes `<MsgId>.status-1.pain002.xml`: most outcomes, some PDNG, a few not mentioned. */
export const reportFirstStatus: JobHandler = (bank, wanted) => publishStatus(bank, 'first', '1', wanted);

/**
 * Writes `<MsgId>.status-2.pain002.xml`, final for all that were open; no file when nothing was. After a first report
 * that nobody could use it tells everything.
 */
export const reportSecondStatus: JobHandler = (bank, wanted) =>
  publishStatus(bank, wanted['isWhole'] === 'true' ? 'whole' : 'second', '2', wanted);

/** Writes a status report that refuses the order as a whole, without a row. */
export const reportWholeRefusal: JobHandler = async (bank, wanted) => {
  const { messageId = '', number = '1', at = '', reason = '', count = '0', sumRupiah = '0' } = wanted;
  const report: StatusReportHeading = {
    ...heading(bank, messageId, `S${number}`, at),
    originalCount: Number(count),
    originalControlSumRupiah: BigInt(sumRupiah),
    ...{ groupStatus: 'RJCT', reasonCode: reason },
  };
  await bank.room.publish(`${messageId}.status-${number}.pain002.xml`, (writable) =>
    writePain002(report, [], writable),
  );
};
