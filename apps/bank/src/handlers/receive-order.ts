import { DomainError } from '#domain';
import { readPain001, type PaymentOrderHeading } from '#channels';
import type { ArrivalHandler, Bank } from '../bank.js';
import { decideHabits, decideOutcomes, drawLots, usualTransactionDay } from '../book/fate.js';

class Refused extends Error {
  constructor(readonly reason: string) {
    super('refused');
  }
}

/** ISO 20022 reasons for a file that is refused as a whole. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.reason;
  if (!(error instanceof DomainError)) throw error;
  return error.code === 'BANK_FILE_CONTROL_SUM' || error.code === 'BANK_FILE_INCOMPLETE' ? 'AM10' : 'FF01';
}

function isKnown(bank: Bank, messageId: string): boolean {
  return bank.book.db.prepare('SELECT 1 FROM payment_order WHERE message_id = ?').get(messageId) !== undefined;
}

function enterOrder(bank: Bank, heading: PaymentOrderHeading, messageId: string): void {
  if (heading.messageId !== messageId) throw new Refused('FF01');
  bank.book.db
    .prepare('INSERT INTO payment_order VALUES (?, ?, ?, ?, ?)')
    .run(messageId, heading.executionDate, heading.count, heading.controlSumRupiah, new Date().toISOString());
}

async function enterInstructions(bank: Bank, path: string, messageId: string): Promise<void> {
  const { heading, rows } = await readPain001(path);
  enterOrder(bank, heading, messageId);
  const insert = bank.book.db.prepare(
    `INSERT OR IGNORE INTO instruction
       (message_id, end_to_end_id, account_number, amount_rupiah, fate, habit, timing, transacted_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for await (const { endToEndId, creditorAccount, amountRupiah } of rows) {
    const { fate, habit, timing } = drawLots(bank.seed, endToEndId);
    const usualDay = usualTransactionDay(heading.executionDate, timing);
    const values = [endToEndId, creditorAccount, amountRupiah, fate, habit, timing, usualDay];
    if (insert.run(messageId, ...values).changes === 0) throw new Refused('DU04');
  }
  decideOutcomes(bank.book.db, messageId, heading.count, bank.rates);
  decideHabits(bank.book.db, messageId, heading.executionDate, bank.rates);
}

/**
 * Takes a payment order (`<MsgId>.pain001.xml`) into the books, whole or not at all. A MsgId already paid is refused
 * (DU01) in a file of its own, so that the acknowledgement of the first is never overwritten; after a refusal for
 * AM10, FF01 or DU04 the same MsgId may come again, mended.
 */
export const receiveOrder: ArrivalHandler = async (bank, arrival, [messageId = '']) => {
  const { book } = bank;
  if (isKnown(bank, messageId)) {
    await book.transaction(async () => {
      book.noteArrival(arrival.key);
      book.promise('acknowledge', { messageId, reason: 'DU01', name: `${messageId}.duplicate-${Date.now()}` });
      await Promise.resolve();
    });
    return;
  }
  try {
    await book.transaction(async () => {
      book.noteArrival(arrival.key);
      await enterInstructions(bank, arrival.path, messageId);
      book.promise('acknowledge', { messageId, reason: '', name: `${messageId}.ack` });
      book.promise('first-status', { messageId });
      book.promise('second-status', { messageId }, Date.now() + bank.secondReportMs);
    });
  } catch (error) {
    const reason = reasonOf(error);
    await book.transaction(async () => {
      book.noteArrival(arrival.key);
      book.promise('acknowledge', { messageId, reason, name: `${messageId}.ack` });
      await Promise.resolve();
    });
  }
};
