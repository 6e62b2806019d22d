import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AmanahSystem } from '#embedded';
import { createDataSource, rowOf } from '#persistence';
import type { DataSource } from 'typeorm';
import { atLeast, atMost, type BenchRow } from '../row.js';
import { bareDecisionsPerSecond } from './bare-postgres.js';
import { openCases } from './open-cases.js';
import { productDecisionsPerSecond } from './product.js';

/** The budgets of the design: half of bare PostgreSQL's rate, and told to the workflow within a second. */
const SHARE_OF_BARE = 0.5;
const TOLD_WITHIN_SECONDS = 1;
const CLIENTS = 50;
const CASES = 2_000;

/** Claim and decide over HTTP with 50 clients on the whole system, against PostgreSQL doing the same writes alone. */
export async function decisionsSuite(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-bench-'));
  // Half of the families do not transact, so that a small city has enough visits to decide. The bank is a process of
  // its own and reads this from the environment it inherits.
  process.env['BANK_NOT_TRANSACTED_RATE'] = '50%';
  const env = { ...process.env, AMANAH_STATE_DIR: folder, LOG_LEVEL: 'warn' };
  const system = new AmanahSystem(() => undefined, env);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void system.stop().then(() => process.exit(130)));
  }
  try {
    const { url, databaseUrl } = await system.start();
    const database = await createDataSource(databaseUrl, CLIENTS).initialize();
    try {
      const actors = await openCases(url, CASES * 2);
      const product = await productDecisionsPerSecond(actors, url, CASES, CLIENTS);
      const told = await toldWithinSeconds(database);
      const bare = await bareDecisionsPerSecond(databaseUrl, CASES, CLIENTS);
      return [
        atLeast('decisions', 'single', product, 'decisions/s', bare * SHARE_OF_BARE),
        atMost('decisions', 'told-p99', told, 's', TOLD_WITHIN_SECONDS),
      ];
    } finally {
      await database.destroy();
    }
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From a decision's commit to its signal's acknowledgement by Temporal, 99 of 100. */
async function toldWithinSeconds(database: DataSource): Promise<number> {
  const row = await rowOf<{ seconds: number }>(
    database.manager,
    `select percentile_cont(0.99) within group (order by extract(epoch from o.delivered_at - o.created_at))::float as seconds
       from outbox o where o.kind = 'decision' and o.payload ->> 'kind' = 'follow-up.visit' and o.delivered_at is not null`,
  );
  return row?.seconds ?? Number.NaN;
}
