import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AmanahSystem } from '#embedded';
import { createDataSource, OutboxRepository, rowOf } from '#persistence';
import type { DataSource } from 'typeorm';
import { atLeast, atMost, type BenchRow, median, seconds } from '../row.js';
import { BareDecisions } from './bare-postgres.js';
import { bulkDecisionsPerSecond } from './bulk.js';
import { openCases } from './open-cases.js';
import { decideVisits, openVisits, type Visit } from './product.js';

/** The budgets of the design: half of bare PostgreSQL's rate, and told to the workflow within a second. */
const SHARE_OF_BARE = 0.5;
const TOLD_WITHIN_SECONDS = 1;
const CLIENTS = 50;
const CASES = 2_000;
/** Decided before the clock runs: connections have their plans and the code is compiled, as on any day but the first. */
const WARM_UP = 800;
const TURNS = 3;
const SETTLE_MS = 2_000;

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
      const actors = await openCases(url, (CASES + WARM_UP) * 2);
      const visits = await openVisits(actors, url, CASES + WARM_UP);
      const { product, bare } = await inTurns(database, databaseUrl, visits, (some) =>
        decideVisits(actors, url, some, CLIENTS),
      );
      const notified = await toldWithinSeconds(database);
      await allTold(database);
      const bulk = await bulkDecisionsPerSecond(database, actors);
      return [
        atLeast('decisions', 'single', product, 'decisions/s', bare * SHARE_OF_BARE),
        atLeast('decisions', 'bulk', bulk, 'decisions/s', bare * SHARE_OF_BARE),
        atMost('decisions', 'told-p99', notified, 's', TOLD_WITHIN_SECONDS),
      ];
    } finally {
      await database.destroy();
    }
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both in turns, because a machine that is shared has good and bad moments; each begins with nothing left to tell. */
async function inTurns(
  database: DataSource,
  databaseUrl: string,
  visits: readonly Visit[],
  decide: (visits: readonly Visit[]) => Promise<void>,
): Promise<{ product: number; bare: number }> {
  const each = Math.ceil((visits.length - WARM_UP) / TURNS);
  const bare = await BareDecisions.prepare(databaseUrl, visits.length, CLIENTS);
  const rates = { product: [] as number[], bare: [] as number[] };
  try {
    await decide(visits.slice(0, WARM_UP));
    await bare.decide(WARM_UP);
    for (let from = WARM_UP; from < visits.length; from += each) {
      const some = visits.slice(from, from + each);
      await allTold(database);
      rates.product.push(some.length / (await seconds(() => decide(some))));
      await allTold(database);
      rates.bare.push(some.length / (await seconds(() => bare.decide(some.length))));
    }
  } finally {
    await bare.close();
  }
  return { product: median(rates.product), bare: median(rates.bare) };
}

/** Nothing waits in the outbox any more, and the workflows have had a moment for what they were told. */
async function allTold(database: DataSource): Promise<void> {
  const outbox = new OutboxRepository(database.manager);
  while ((await outbox.backlog()).waiting > 0) await delay(100);
  await delay(SETTLE_MS);
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
