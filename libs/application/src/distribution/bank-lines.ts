import type { ReturnRow, StatusRow, UsageRow } from '#channels';
import type { BankLine } from '#persistence';

const PAID = new Set(['ACSC', 'ACCC']);
const NOT_PAID = new Set(['RJCT', 'CANC']);

/** A status row: settled, refused with its reason, or still open. Unknown codes stay open; nobody guesses. */
export async function* statusLines(rows: AsyncIterable<StatusRow>, onDate: string): AsyncGenerator<BankLine> {
  for await (const { endToEndId, status, reasonCode, amountRupiah } of rows) {
    const toState = PAID.has(status) ? 'credited' : NOT_PAID.has(status) ? 'failed' : 'pending';
    yield {
      endToEndId,
      toState,
      reason: toState === 'failed' ? (reasonCode ?? status) : null,
      onDate: toState === 'credited' ? onDate : null,
      amountRupiah: amountRupiah?.toString() ?? null,
    };
  }
}

export async function* usageLines(rows: AsyncIterable<UsageRow>): AsyncGenerator<BankLine> {
  for await (const row of rows) {
    yield {
      endToEndId: row.endToEndId,
      toState: row.hasTransacted ? 'transacted' : 'not_transacted',
      reason: null,
      onDate: row.transactedOn ?? null,
      amountRupiah: row.creditedRupiah.toString(),
    };
  }
}

/** A refused debit moves nothing: the money stays held, and closure waits for it. */
export async function* returnLines(rows: AsyncIterable<ReturnRow>, onDate: string): AsyncGenerator<BankLine> {
  for await (const { endToEndId, outcome, debitedRupiah } of rows) {
    const toState = outcome === 'DEBITED' ? 'returned' : outcome === 'WITHDRAWN_SINCE' ? 'transacted' : 'pending';
    const amountRupiah = outcome === 'DEBITED' ? debitedRupiah.toString() : null;
    yield { endToEndId, toState, reason: null, onDate: toState === 'transacted' ? onDate : null, amountRupiah };
  }
}
