import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BankIntake } from '#application';
import { rowsOf } from '#persistence';
import { anOrder } from '../../support/factories/orders.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const dir = mkdtempSync(join(tmpdir(), 'amanah-refusal-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** A bank lays this down under this name, twice; what is open for people then, and what is kept of the file. */
async function refused(name: string, text: string, orderId: string) {
  const path = join(dir, 'refused.txt');
  writeFileSync(path, text);
  const intake = new BankIntake(database.source, { exchangeDir: dir } as never);
  await intake.takeIn(name, path);
  await intake.takeIn(name, path);
  const breaks = await rowsOf(
    database.manager,
    `select end_to_end_id as kind, type, reason, owner from reconciliation_break where order_id = $1 and state = 'open'`,
    [orderId],
  );
  const files = await rowsOf(
    database.manager,
    `select distinct kind, state, refusal_code as code from bank_file where order_id = $1`,
    [orderId],
  );
  return { breaks, files };
}

test.each([
  ['usage', (id: string) => `${id}.usage-request-2023-04-02.csv.refused.txt`],
  ['return', (id: string) => `${id.replace('AMN-', 'RTN-')}.return.csv.refused.txt`],
])('a bank that cannot read our file on %s makes work for people at once, and once', async (kind, nameOf) => {
  const { order } = await anOrder(database.source, 2);
  expect(await refused(nameOf(order.messageId), 'BANK_FILE_UNREADABLE\n', order.id)).toEqual({
    breaks: [{ kind, type: 'late', reason: 'BANK_FILE_UNREADABLE', owner: 'bank' }],
    files: [{ kind, state: 'refused', code: 'BANK_FILE_OF_OURS' }],
  });
});

test('of a stranger’s text only a code is kept', async () => {
  const { order } = await anOrder(database.source, 2);
  const name = `${order.messageId}.usage-request-2023-04-02.csv.refused.txt`;
  const { breaks } = await refused(name, `Siti 3275024101800001 <script> ${'x'.repeat(100_000)}`, order.id);
  expect(breaks).toMatchObject([{ reason: 'REFUSED' }]);
});
