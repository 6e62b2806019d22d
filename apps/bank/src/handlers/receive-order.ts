import { DomainError } from '#domain';
import { sha256OfFile } from '#files';
import { readPain001, type PaymentBlock, type ReceivedInstruction, type ReceivedOrder } from '#channels';
import type { ArrivalHandler, Bank } from '../bank.js';
import { decideHabits, decideOutcomes, drawLots, refuseHeld, usualTransactionDay } from '../book/fate.js';
import { markFaults } from '../scenario/befall.js';
import { promiseAnswers, promiseWholeRefusal, refusesWhole, WholeRefusal } from './answer-order.js';

class Refused extends Error {
  constructor(readonly reason: string) {
    super('refused');
  }
}

/** ISO 20022 reasons for a file that is refused as a whole. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.reason;
  if (!(error instanceof DomainError)) throw error;
  // A count that is not so is a matter of totals; a file cut short is no order at all.
  const isCount = error.code === 'BANK_FILE_INCOMPLETE' && error.details['declared'] !== undefined;
  return error.code === 'BANK_FILE_CONTROL_SUM' || isCount ? 'AM10' : 'FF01';
}

/** The hash of the file that brought an order already taken; undefined for one that is new. */
function hashOfKnown(bank: Bank, messageId: string): string | undefined {
  const known = bank.book.db.prepare('SELECT sha256 FROM payment_order WHERE message_id = ?').get(messageId);
  return known && String(known['sha256']);
}

function enterOrder(bank: Bank, { messageId, count }: ReceivedOrder, sha256: string): void {
  bank.book.db
    .prepare('INSERT INTO payment_order (message_id, count, sum_rupiah, accepted_at, sha256) VALUES (?, ?, 0, ?, ?)')
    .run(messageId, count, new Date().toISOString(), sha256);
}

/** Enters blocks as they come and gives each its number. */
function blockEntry(bank: Bank, messageId: string): (block: PaymentBlock) => number {
  const insert = bank.book.db.prepare('INSERT INTO payment_block VALUES (?, ?, ?, ?, ?)');
  let position = 0;
  let latest: PaymentBlock | undefined;
  return (block) => {
    if (block !== latest) {
      position += 1;
      insert.run(messageId, position, block.paymentInformationId, block.executionDate, block.debtorAccount);
    }
    latest = block;
    return position;
  };
}

async function enterInstructions(
  bank: Bank,
  messageId: string,
  rows: AsyncIterable<ReceivedInstruction>,
): Promise<bigint> {
  const insert = bank.book.db.prepare(
    `INSERT OR IGNORE INTO instruction
       (message_id, block, end_to_end_id, account_number, held, bank_code, amount_rupiah, fate, habit, timing, transacted_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const enterBlock = blockEntry(bank, messageId);
  let sumRupiah = 0n;
  for await (const row of rows) {
    const { block, endToEndId, creditorAccount = '', creditorBankCode, amountRupiah } = row;
    const { fate, habit, timing } = drawLots(bank.seed, endToEndId);
    const usualDay = usualTransactionDay(block.executionDate, timing);
    const destination = [creditorAccount, row.pickup === undefined ? 0 : 1, creditorBankCode];
    const values = [endToEndId, ...destination, amountRupiah, fate, habit, timing, usualDay];
    if (insert.run(messageId, enterBlock(block), ...values).changes === 0) throw new Refused('DU04');
    sumRupiah += amountRupiah;
  }
  return sumRupiah;
}

/** Enters the order and gives the number of its payments. */
async function takeIn(bank: Bank, path: string, messageId: string, sha256: string): Promise<number> {
  const { heading, rows } = await readPain001(path);
  if (heading.messageId !== messageId) throw new Refused('FF01');
  enterOrder(bank, heading, sha256);
  const sumRupiah = await enterInstructions(bank, messageId, rows);
  const { db } = bank.book;
  db.prepare('UPDATE payment_order SET sum_rupiah = ? WHERE message_id = ?').run(sumRupiah, messageId);
  if (bank.kind === 'bank') refuseHeld(db, messageId);
  decideOutcomes(db, messageId, heading.count, bank.rates);
  decideHabits(db, messageId, bank.rates);
  if (refusesWhole(bank, messageId)) throw new WholeRefusal(heading.count, sumRupiah);
  markFaults(bank, messageId, heading.count);
  return heading.count;
}

/** The same bytes were answered already and the answer stands; another file under the MsgId is told so (DU01). */
async function receiveAgain(bank: Bank, key: string, messageId: string, isSame: boolean): Promise<void> {
  const { book } = bank;
  await book.transaction(async () => {
    book.noteArrival(key);
    const name = `${messageId}.duplicate-${Date.now()}`;
    if (!isSame) book.promise('acknowledge', { messageId, reason: 'DU01', name });
    await Promise.resolve();
  });
}

async function refuse(bank: Bank, key: string, messageId: string, error: unknown): Promise<void> {
  const { book } = bank;
  await book.transaction(async () => {
    book.noteArrival(key);
    if (error instanceof WholeRefusal) promiseWholeRefusal(bank, messageId, error);
    else book.promise('acknowledge', { messageId, reason: reasonOf(error), name: `${messageId}.ack` });
    await Promise.resolve();
  });
}

/**
 * Takes a payment order (`<MsgId>.pain001.xml`) into the books, whole or not at all. The same file again is answered
 * by the first answer; another one under a MsgId already taken is refused (DU01) in a file of its own, so that the
 * first acknowledgement is never overwritten. After a refusal for AM10, FF01 or DU04 the MsgId may come again, mended.
 */
export const receiveOrder: ArrivalHandler = async (bank, arrival, [messageId = '']) => {
  const { book } = bank;
  const sha256 = await sha256OfFile(arrival.path);
  const known = hashOfKnown(bank, messageId);
  if (known !== undefined) {
    await receiveAgain(bank, arrival.key, messageId, known === sha256);
    return;
  }
  try {
    await book.transaction(async () => {
      book.noteArrival(arrival.key);
      promiseAnswers(bank, messageId, await takeIn(bank, arrival.path, messageId, sha256));
    });
  } catch (error) {
    await refuse(bank, arrival.key, messageId, error);
  }
};
