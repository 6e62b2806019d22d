import { hash } from 'node:crypto';
import { DomainError } from '#domain';
import { readReturnInstruction, writeReturnReport, type ReturnInstruction, type ReturnOutcome } from '#channels';
import type { ReturnHeading, ReturnRow, TreasuryDeposit } from '#channels';
import type { ArrivalHandler, Bank, JobHandler } from '../bank.js';

interface Account {
  readonly id: bigint;
  readonly accountNumber: string;
  readonly amountRupiah: bigint;
  readonly transactedOn: string | null;
  readonly returnedBy: string | null;
  readonly fault: string | null;
}

function findAccount(bank: Bank, endToEndId: string): Account | undefined {
  const select = bank.book.db.prepare(
    `SELECT id, account_number AS accountNumber, amount_rupiah AS amountRupiah, transacted_on AS transactedOn,
            returned_by AS returnedBy, fault
       FROM instruction WHERE end_to_end_id = ? AND status = 'ACSC'`,
  );
  select.setReadBigInts(true);
  return select.get(endToEndId) as unknown as Account | undefined;
}

function judge(account: Account | undefined, row: ReturnInstruction, instructedOn: string): ReturnOutcome {
  const isRight = account?.accountNumber === row.accountNumber && account.amountRupiah === row.amountRupiah;
  const isEmpty = account?.fault === 'empty-account';
  if (!account || !isRight || isEmpty || account.returnedBy !== null) return 'REFUSED';
  return account.transactedOn !== null && account.transactedOn <= instructedOn ? 'WITHDRAWN_SINCE' : 'DEBITED';
}

function debit(bank: Bank, heading: ReturnHeading, row: ReturnInstruction, position: number): void {
  const { db } = bank.book;
  const account = findAccount(bank, row.endToEndId);
  const outcome = judge(account, row, heading.instructedOn);
  const debitedRupiah = outcome === 'DEBITED' ? row.amountRupiah : 0n;
  db.prepare('INSERT INTO money_return_row VALUES (?, ?, ?, ?, ?)').run(
    heading.returnId,
    position,
    row.endToEndId,
    outcome,
    debitedRupiah,
  );
  if (account && outcome === 'DEBITED') {
    db.prepare('UPDATE instruction SET returned_by = ? WHERE id = ?').run(heading.returnId, account.id);
  }
}

async function enterReturn(bank: Bank, path: string, returnId: string): Promise<void> {
  const { heading, rows } = await readReturnInstruction(path);
  if (heading.returnId !== returnId) throw new DomainError('BANK_FILE_UNREADABLE', 'name and content disagree');
  bank.book.db.prepare('INSERT INTO money_return VALUES (?, ?)').run(returnId, heading.instructedOn);
  let position = 0;
  for await (const row of rows) debit(bank, heading, row, (position += 1));
}

/**
 * Takes a return instruction (`<ReturnId>.return.csv`): debits what is untouched, whole file or nothing. The same
 * ReturnId again debits nothing more and gets the first report again.
 */
export const receiveReturn: ArrivalHandler = async (bank, arrival, [returnId = '']) => {
  const { book } = bank;
  const isKnown = book.db.prepare('SELECT 1 FROM money_return WHERE return_id = ?').get(returnId) !== undefined;
  try {
    await book.transaction(async () => {
      book.noteArrival(arrival.key);
      if (!isKnown) await enterReturn(bank, arrival.path, returnId);
      book.promise('return', { returnId });
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await book.transaction(async () => {
      book.noteArrival(arrival.key);
      book.promise('refusal', { name: arrival.name, code: error.code });
      await Promise.resolve();
    });
  }
};

function depositFor(bank: Bank, returnId: string): TreasuryDeposit {
  const select = bank.book.db.prepare(
    `SELECT coalesce(sum(debited_rupiah), 0) AS depositedRupiah, instructed_on AS depositedOn
       FROM money_return LEFT JOIN money_return_row USING (return_id) WHERE return_id = ?`,
  );
  select.setReadBigInts(true);
  const found = select.get(returnId) as unknown as Pick<TreasuryDeposit, 'depositedRupiah' | 'depositedOn'>;
  if (found.depositedRupiah === 0n) return { ...found, ntpn: '', ntb: '' };
  const digits = hash('sha256', `ntpn|${returnId}`).toUpperCase();
  return {
    ...found,
    ntpn: digits.slice(0, 16),
    ntb: BigInt(`0x${digits.slice(16, 26)}`)
      .toString()
      .padStart(12, '0'),
  };
}

function* returnRows(bank: Bank, returnId: string): Generator<ReturnRow> {
  const select = bank.book.db.prepare(
    `SELECT end_to_end_id AS endToEndId, outcome, debited_rupiah AS debitedRupiah
       FROM money_return_row WHERE return_id = ? ORDER BY position`,
  );
  select.setReadBigInts(true);
  for (const row of select.iterate(returnId)) yield row as unknown as ReturnRow;
}

/** Writes `<ReturnId>.return-report.csv`: the outcome of every row and the treasury's receipt for their sum. */
export const reportReturn: JobHandler = async (bank, { returnId = '' }) => {
  const deposit = depositFor(bank, returnId);
  await bank.room.publish(`${returnId}.return-report.csv`, (writable) =>
    writeReturnReport(returnId, returnRows(bank, returnId), deposit, writable),
  );
};
