import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { BankIntake } from '#application';
import { type StatusRow, writePain001, writePain002 } from '#channels';
import { type PaymentOrderRow } from '#persistence';
import { prepare } from '../../apps/cli/src/prepare/prepare.js';
import { type BenchDatabase, withBenchDatabase } from '../bench-database.js';
import { headingOf, instructionsFor } from '../data-path/product.js';
import { atMost, type BenchRow, seconds } from '../row.js';
import { seedPeriod } from '../seed.js';
import { bareReconcile, bareWrite, layAside } from './bare.js';
import { seedOrder, vault } from './seed-order.js';

const TIMES_BARE = 2;
const MEGABYTES = 400;
/** One payment in 250 fails: about the rate of 2021. */
const FAILS = 250;

/** So many instructions written to an order file, and so many answers taken in, against the barest way to do either. */
export async function ordersSuite(instructions: number): Promise<BenchRow[]> {
  return withBenchDatabase(async (bench) => {
    await prepare({ databaseUrl: bench.url, sandbox: false });
    const order = await seedOrder(bench, await seedPeriod(bench.database, instructions), instructions);
    await layAside(bench);
    const report = `${order.messageId}.status-1.pain002.xml`;
    const path = join(bench.folder, report);
    const intake = new BankIntake(bench.database, { exchangeDir: bench.folder } as never);
    // The product goes first, so that the peak is its own.
    const written = await seconds(() => writeOrder(bench, order));
    await writeReport(order, path);
    const taken = await seconds(() => intake.takeIn(report, path));
    await demandTaken(bench, instructions);
    const peak = process.resourceUsage().maxRSS / 1024;
    const bareWritten = await seconds(() => bareWrite(bench));
    const bareTaken = await seconds(() => bareReconcile(bench, path));
    return [
      atMost('orders', `write-${instructions}`, written, 's', bareWritten * TIMES_BARE),
      atMost('orders', `reconcile-${instructions}`, taken, 's', bareTaken * TIMES_BARE),
      atMost('orders', 'peak-memory', peak, 'MB', MEGABYTES),
    ];
  });
}

const writeOrder = ({ database, folder }: BenchDatabase, order: PaymentOrderRow): Promise<void> =>
  writePain001(
    headingOf(order),
    instructionsFor(database, vault, order.id),
    createWriteStream(join(folder, 'order.xml')),
  );

/** What the sandbox bank would write; the bank's own work is not timed. */
async function writeReport(order: PaymentOrderRow, path: string): Promise<void> {
  function* rows(): Generator<StatusRow> {
    for (let number = 1; number <= order.families; number += 1) {
      const endToEndId = `AMN${String(number).padStart(24, '0')}`;
      const isFailed = number % FAILS === 0;
      const amountRupiah = BigInt(order.amountRupiah) / BigInt(order.families);
      yield isFailed
        ? { endToEndId, status: 'RJCT', reasonCode: 'AC04', amountRupiah }
        : { endToEndId, status: 'ACSC', amountRupiah };
    }
  }
  const heading = {
    messageId: 'BENCH-1',
    createdAt: new Date('2023-03-10T04:00:00Z'),
    originalMessageId: order.messageId,
  };
  await writePain002(heading, rows(), createWriteStream(path));
}

/** A file that was refused would be quick. */
async function demandTaken({ database }: BenchDatabase, instructions: number): Promise<void> {
  const [row] = await database.query<{ left: number }[]>(
    `select count(*)::int as left from entitlement where state = 'ordered'`,
  );
  if (row?.left !== 0) throw new Error(`${row?.left ?? instructions} instructions have no answer`);
}
