import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestBank } from './test-bank.js';

/** Orders of three payments of Rp400.000, named for the one thing that is particular about them. */
const FIXTURES = join(import.meta.dirname, '../../../../tests/support/fixtures/bank-orders');

export const orderFile = (name: string): string => join(FIXTURES, `${name}.pain001.xml`);
export const orderText = (name: string): Promise<string> => readFile(orderFile(name), 'utf8');

/** Lays an order into the inbox under its own name. */
export const layOrder = (bank: TestBank, name: string): Promise<void> =>
  bank.lay(`${name}.pain001.xml`, orderFile(name));

/** What stands in the books of an order, payment by payment. */
export function paymentsOf(bank: TestBank, messageId: string): Record<string, unknown>[] {
  return bank.ask(
    `SELECT end_to_end_id AS id, amount_rupiah AS amount, account_number AS account, bank_code AS bank,
            execution_date AS day, payment_information_id AS block
       FROM instruction JOIN payment_block ON payment_block.message_id = instruction.message_id AND position = block
      WHERE instruction.message_id = ? ORDER BY id`,
    messageId,
  );
}

/** The order is acknowledged, and its three payments are reported as settled. */
export async function expectPaid(bank: TestBank, id: string): Promise<void> {
  const { heading } = await bank.report(`${id}.ack.pain002.xml`);
  expect(heading).toMatchObject({ groupStatus: 'ACTC', originalMessageId: id, originalCount: 3 });
  const { rows } = await bank.report(`${id}.status-1.pain002.xml`);
  expect(rows.map(({ endToEndId, status, amountRupiah }) => [endToEndId, status, amountRupiah])).toEqual(
    [1, 2, 3].map((number) => [`${id}-KEL-${number}`, 'ACSC', 400_000n]),
  );
}
