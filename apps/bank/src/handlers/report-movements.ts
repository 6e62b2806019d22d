import { hash } from 'node:crypto';
import { addCalendarDays } from '#domain';
import { writeCamt054, type MovementRow, type NotificationHeading } from '#channels';
import type { Bank, JobHandler } from '../bank.js';
import { reportId } from './report-id.js';

interface Returned {
  readonly endToEndId: string;
  readonly amountRupiah: bigint;
}

interface Block {
  readonly debtorAccount: string;
  readonly executionDate: string;
}

/** Promises a notification for every block of which a payment comes back later. */
export function promiseMovements(bank: Bank, messageId: string, afterReports: number): void {
  const given = bank.faults['late-return'];
  if (!given) return;
  const blocks = bank.book.db
    .prepare(`SELECT DISTINCT block FROM instruction WHERE message_id = ? AND fault = 'late-return' ORDER BY block`)
    .all(messageId);
  blocks.forEach(({ block }, index) => {
    const subject = { messageId, block: String(block), number: String(index + 1), reason: given.reason };
    bank.book.promise('movements', { ...subject, afterDays: String(given.afterDays) }, afterReports + given.afterMs);
  });
}

function findBlock(bank: Bank, messageId: string, block: number): Block {
  const select = bank.book.db.prepare(
    `SELECT debtor_account AS debtorAccount, execution_date AS executionDate
       FROM payment_block WHERE message_id = ? AND position = ?`,
  );
  return select.get(messageId, block) as unknown as Block;
}

function* returnsOf(bank: Bank, messageId: string, block: number): Generator<Returned> {
  const select = bank.book.db.prepare(
    `SELECT end_to_end_id AS endToEndId, amount_rupiah AS amountRupiah FROM instruction
      WHERE message_id = ? AND block = ? AND fault = 'late-return' AND returned_by IS NULL ORDER BY id`,
  );
  select.setReadBigInts(true);
  for (const row of select.iterate(messageId, block)) yield row as unknown as Returned;
}

/**
 * Writes `<MsgId>.movements-<n>.camt054.xml`: money that came back after it was reported as paid. From then on it is
 * not credited: no usage report has it, and its instruction may be paid again.
 */
export const reportMovements: JobHandler = async (bank, subject) => {
  const { messageId = '', number = '1', reason = '', at = '' } = subject;
  const block = Number(subject['block']);
  const { debtorAccount, executionDate } = findBlock(bank, messageId, block);
  const bookedOn = addCalendarDays(executionDate, Number(subject['afterDays']));
  const id = reportId(`N${number}-`, messageId);
  const heading: NotificationHeading = {
    ...{ messageId: id, notificationId: id },
    createdAt: new Date(at),
    accountNumber: debtorAccount,
  };
  function* rows(): Generator<MovementRow> {
    for (const returned of returnsOf(bank, messageId, block)) {
      const reference = `R${hash('sha256', `return|${returned.endToEndId}`).slice(0, 20).toUpperCase()}`;
      const booked = { direction: 'credit', bookedOn, reasonCode: reason, reference } as const;
      yield { ...returned, ...booked, originalMessageId: messageId };
    }
  }
  await bank.room.publish(`${messageId}.movements-${number}.camt054.xml`, (writable) =>
    writeCamt054(heading, rows(), writable),
  );
  bank.book.db
    .prepare(
      `UPDATE instruction SET status = 'RJCT', reason = ?
        WHERE message_id = ? AND block = ? AND fault = 'late-return' AND returned_by IS NULL`,
    )
    .run(reason, messageId, block);
};
