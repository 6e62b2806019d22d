import { DomainError } from '#domain';
import { readUsageRequest, writeUsageReport, type UsageRequest, type UsageRow } from '#channels';
import type { ArrivalHandler, Bank, JobHandler } from '../bank.js';

interface CreditedRow {
  readonly endToEndId: string;
  readonly amountRupiah: bigint;
  readonly creditedOn: string;
  readonly transactedOn: string | null;
  readonly returnedBy: string | null;
  readonly fault: string | null;
}

function toUsage(row: CreditedRow, asOf: string): UsageRow {
  const credited = { endToEndId: row.endToEndId, creditedRupiah: row.amountRupiah, creditedOn: row.creditedOn };
  if (row.fault === 'empty-account') {
    return { ...credited, hasTransacted: false, withdrawnRupiah: 0n, balanceRupiah: 0n };
  }
  if (row.returnedBy === null && row.transactedOn !== null && row.transactedOn <= asOf) {
    const used = { withdrawnRupiah: row.amountRupiah, balanceRupiah: 0n };
    return { ...credited, hasTransacted: true, transactedOn: row.transactedOn, ...used };
  }
  const balanceRupiah = row.returnedBy === null ? row.amountRupiah : 0n;
  return { ...credited, hasTransacted: false, withdrawnRupiah: 0n, balanceRupiah };
}

function* usageOf(bank: Bank, messageId: string, asOf: string): Generator<UsageRow> {
  const select = bank.book.db.prepare(
    `SELECT end_to_end_id AS endToEndId, amount_rupiah AS amountRupiah, execution_date AS creditedOn,
            transacted_on AS transactedOn, returned_by AS returnedBy, fault
       FROM instruction JOIN payment_block USING (message_id)
      WHERE message_id = ? AND position = block AND status = 'ACSC' AND execution_date <= ? ORDER BY id`,
  );
  select.setReadBigInts(true);
  for (const row of select.iterate(messageId, asOf)) yield toUsage(row as unknown as CreditedRow, asOf);
}

/** The request, or why it cannot be answered. Its content must agree with its name, which names the answer too. */
async function readRequest(path: string, messageId: string, asOf: string): Promise<UsageRequest | DomainError> {
  try {
    const request = await readUsageRequest(path);
    if (request.messageId === messageId && request.asOf === asOf) return request;
    return new DomainError('BANK_FILE_UNREADABLE', 'name and content disagree');
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** Takes a usage request (`<MsgId>.usage-request-<asOf>.csv`); one that cannot be read is answered with a refusal. */
export const receiveUsageRequest: ArrivalHandler = async ({ book }, arrival, [messageId = '', asOf = '']) => {
  const request = await readRequest(arrival.path, messageId, asOf);
  await book.transaction(async () => {
    book.noteArrival(arrival.key);
    if (request instanceof DomainError) book.promise('refusal', { name: arrival.name, code: request.code });
    else book.promise('usage', request);
    await Promise.resolve();
  });
};

/** Writes `<MsgId>.usage-<asOf>.csv`: every family credited by that day, and what it has done by its end. */
export const reportUsage: JobHandler = async (bank, { requestId = '', messageId = '', asOf = '' }) => {
  const rows = usageOf(bank, messageId, asOf);
  await bank.room.publish(`${messageId}.usage-${asOf}.csv`, (writable) =>
    writeUsageReport({ requestId, messageId, asOf }, rows, writable),
  );
};
