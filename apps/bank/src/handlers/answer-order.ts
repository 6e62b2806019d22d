import type { Bank } from '../bank.js';
import { befalls, portionOf } from '../scenario/befall.js';
import { promiseMovements } from './report-movements.js';

/** Thrown out of the books, so that nothing of the order stays in them: it may come again. */
export class WholeRefusal extends Error {
  constructor(
    readonly count: number,
    readonly sumRupiah: bigint,
  ) {
    super('the order is refused as a whole');
  }
}

function refusedTimes(bank: Bank, messageId: string): number {
  const found = bank.book.db.prepare('SELECT times FROM whole_refusal WHERE message_id = ?').get(messageId);
  return Number(found?.['times'] ?? 0);
}

/** Refusals of all sendings of an order: what was refused comes again under its message id, or under that with `-2`, `-3` … behind it. */
function refusedSendings(bank: Bank, messageId: string): number {
  const first = messageId.replace(/-\d+$/, '');
  const found = bank.book.db
    .prepare(
      `SELECT sum(times) AS times FROM whole_refusal WHERE message_id IN (?, ?) OR message_id GLOB ? || '-[0-9]*'`,
    )
    .get(messageId, first, first);
  return Number(found?.['times'] ?? 0);
}

/** Whether the scenario has this order refused as a whole, which ends after the given number of times. */
export function refusesWhole(bank: Bank, messageId: string): boolean {
  const times = bank.faults['whole-refusal']?.times ?? 0;
  return befalls(bank, 'whole-refusal', messageId) && refusedSendings(bank, messageId) < times;
}

/** Promises what a bank says that took the file and then will not carry it out. */
export function promiseWholeRefusal(bank: Bank, messageId: string, { count, sumRupiah }: WholeRefusal): void {
  const number = refusedTimes(bank, messageId) + 1;
  bank.book.db
    .prepare('INSERT INTO whole_refusal VALUES (?, 1) ON CONFLICT (message_id) DO UPDATE SET times = times + 1')
    .run(messageId);
  bank.book.promise('acknowledge', { messageId, reason: '', name: `${messageId}.ack` });
  const reason = bank.faults['whole-refusal']?.reason ?? '';
  const totals = { count: String(count), sumRupiah: sumRupiah.toString() };
  bank.book.promise('whole-refusal', { messageId, number: String(number), reason, ...totals });
}

/** Promises everything that the bank will say of an order it has taken, as the scenario has it; usually all is well. */
export function promiseAnswers(bank: Bank, messageId: string, count: number): void {
  const { book, faults, secondReportMs } = bank;
  if (befalls(bank, 'silence', messageId)) return;
  const spoilt = (['truncated-status', 'wrong-control-sum'] as const).find((fault) => befalls(bank, fault, messageId));
  const unknown = faults['unknown-row'] ? String(portionOf(count, faults['unknown-row'])) : '0';
  const first = refusedTimes(bank, messageId) + 1;
  const second = { messageId, number: String(first + 1), isWhole: String(spoilt !== undefined) };
  const secondAt = Date.now() + secondReportMs;
  book.promise('acknowledge', { messageId, reason: '', name: `${messageId}.ack` });
  book.promise('first-status', { messageId, number: String(first), unknown, ...(spoilt ? { spoilt } : {}) });
  book.promise('second-status', second, secondAt);
  promiseMovements(bank, messageId, secondAt);
}
