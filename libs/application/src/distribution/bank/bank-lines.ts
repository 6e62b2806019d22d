import { type MovementRow, NO_END_TO_END_ID, type ReturnRow, type StatusRow, type UsageRow } from '#channels';
import type { BankLine } from '#persistence';

const PAID = new Set(['ACSC', 'ACCC']);
const NOT_PAID = new Set(['RJCT', 'CANC']);

export const isPaid = (status: string): boolean => PAID.has(status);
export const isRefused = (status: string): boolean => NOT_PAID.has(status);

/** A status row: settled, refused with its reason, or still open. Unknown codes stay open; nobody guesses. */
export async function* statusLines(rows: AsyncIterable<StatusRow>, onDate: string): AsyncGenerator<BankLine> {
  for await (const { endToEndId, status, reasonCode, amountRupiah } of rows) {
    const answer = isPaid(status) ? 'credited' : isRefused(status) ? 'failed' : 'pending';
    yield {
      endToEndId,
      answer,
      reason: answer === 'failed' ? (reasonCode ?? status) : null,
      onDate: answer === 'credited' ? onDate : null,
      amountRupiah: amountRupiah?.toString() ?? null,
    };
  }
}

/** A debit is a payment made, a credit one that came back. Movements without our reference, or of another order, are not ours. */
export async function* movementLines(rows: AsyncIterable<MovementRow>, messageId: string): AsyncGenerator<BankLine> {
  for await (const row of rows) {
    if (row.endToEndId === NO_END_TO_END_ID || (row.originalMessageId ?? messageId) !== messageId) continue;
    const isPayment = row.direction === 'debit';
    yield {
      endToEndId: row.endToEndId,
      answer: isPayment ? 'credited' : 'came_back',
      reason: isPayment ? null : (row.reasonCode ?? 'RRTN'),
      onDate: isPayment ? row.bookedOn : null,
      amountRupiah: row.amountRupiah.toString(),
    };
  }
}

export async function* usageLines(rows: AsyncIterable<UsageRow>): AsyncGenerator<BankLine> {
  for await (const row of rows) {
    yield {
      endToEndId: row.endToEndId,
      answer: row.hasTransacted ? 'transacted' : 'not_transacted',
      reason: null,
      onDate: row.transactedOn ?? null,
      amountRupiah: row.creditedRupiah.toString(),
      withdrawnRupiah: row.withdrawnRupiah.toString(),
      balanceRupiah: row.balanceRupiah.toString(),
    };
  }
}

const RETURN_ANSWERS = { DEBITED: 'returned', WITHDRAWN_SINCE: 'transacted', REFUSED: 'refused' } as const;

/** A refused debit moves nothing: the money stays held, and closure waits for it. */
export async function* returnLines(rows: AsyncIterable<ReturnRow>, onDate: string): AsyncGenerator<BankLine> {
  for await (const { endToEndId, outcome, debitedRupiah } of rows) {
    const answer = RETURN_ANSWERS[outcome];
    const amountRupiah = answer === 'returned' ? debitedRupiah.toString() : null;
    yield { endToEndId, answer, reason: null, onDate: answer === 'transacted' ? onDate : null, amountRupiah };
  }
}

/** The same lines, and how many went by. */
export function counted(lines: AsyncIterable<BankLine>): {
  readonly each: AsyncIterable<BankLine>;
  readonly count: () => number;
} {
  let count = 0;
  async function* each(): AsyncGenerator<BankLine> {
    for await (const line of lines) {
      count += 1;
      yield line;
    }
  }
  return { each: each(), count: () => count };
}
