import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '#config';
import { BankIntake } from '#application';
import { PaymentOrderRepository, rowsOf } from '#persistence';
import type { DataSource } from 'typeorm';
import { expectEveryRupiahExplained } from './money-check.js';
import { anOrder, instructionsOf } from './orders.js';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures');
const EXECUTED_ON = '2023-03-02';

/** The order of the bank's case files: families A and B at Rp400.000 each, sent and not yet answered. */
export async function aCaseOrder(database: DataSource) {
  const made = await anOrder(database, 2);
  const orders = new PaymentOrderRepository(database.manager);
  await orders.markSent(made.order.id, 'sha');
  await database.query('update payment_order set execution_on = $2 where id = $1', [made.order.id, EXECUTED_ON]);
  const [a = '', b = ''] = await instructionsOf(database, made.order.id);
  const directory = await mkdtemp(join(tmpdir(), 'amanah-case-'));
  const intake = new BankIntake(database, { exchangeDir: directory } as unknown as Config);
  const mine = (text: string) =>
    text.replaceAll('ORDER-1', made.order.messageId).replaceAll('FAMILY-A', a).replaceAll('FAMILY-B', b);
  let files = 0;
  /** The case file about this order, as a file of its own. */
  const write = async (fixture: string): Promise<string> => {
    files += 1;
    const path = join(directory, `${files}`);
    await writeFile(path, mine(await readFile(join(FIXTURES, fixture), 'utf8')));
    return path;
  };
  const takeIn = async (fixture: string): Promise<void> => {
    const path = await write(fixture);
    await intake.takeIn(`${made.order.messageId}.${nameOf(fixture, files)}`, path);
  };
  return {
    ...made,
    a,
    b,
    intake,
    write,
    takeIn,
    ...facts(database, made.order.id, { a, b }),
    explained: () => expectEveryRupiahExplained(database.manager, made),
  };
}

const MESSAGES: readonly (readonly [part: string, name: (number: number) => string])[] = [
  ['.csv', () => 'usage-2023-04-03.csv'],
  ['camt054', (number) => `movements-${number}.camt054.xml`],
  ['camt053', (number) => `statement-${number}.camt053.xml`],
];

const nameOf = (fixture: string, number: number): string =>
  MESSAGES.find(([part]) => fixture.includes(part))?.[1](number) ?? `status-${number}.pain002.xml`;

function facts(database: DataSource, orderId: string, { a, b }: { readonly a: string; readonly b: string }) {
  const named = (id: string): string => (id === a ? 'A' : id === b ? 'B' : id);
  return {
    /** What became of A and B, with the reason where there is one. */
    states: async () => {
      const rows = await rowsOf<{ id: string; state: string; reason: string | null }>(
        database.manager,
        'select end_to_end_id as id, state, reason from entitlement where order_id = $1 order by id',
        [orderId],
      );
      return rows.map(({ state, reason }) => (reason === null ? state : `${state} ${reason}`));
    },
    openBreaks: async () => {
      const rows = await rowsOf<{ id: string; type: string }>(
        database.manager,
        `select end_to_end_id as id, type from reconciliation_break where order_id = $1 and state = 'open' order by 1, 2`,
        [orderId],
      );
      return rows.map(({ id, type }) => `${named(id)} ${type}`).sort();
    },
    refusals: async () => {
      const rows = await rowsOf<{ code: string }>(
        database.manager,
        `select refusal_code as code from bank_file where order_id = $1 and state = 'refused' order by number`,
        [orderId],
      );
      return rows.map(({ code }) => code);
    },
    isLive: async (id: string) => {
      const [row] = await rowsOf<{ live: boolean }>(
        database.manager,
        'select live from entitlement where end_to_end_id = $1',
        [id],
      );
      return row?.live;
    },
    orderState: async () => (await new PaymentOrderRepository(database.manager).find(orderId)).state,
  };
}
