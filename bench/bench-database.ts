import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { freePort, startPostgres } from '#embedded';
import { createDataSource, migrate } from '#persistence';

export interface BenchDatabase {
  readonly url: string;
  readonly database: DataSource;
  readonly folder: string;
}

/** A durable PostgreSQL of its own, migrated; both sides of a comparison run on it. */
export async function withBenchDatabase<T>(work: (bench: BenchDatabase) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-bench-'));
  const port = await freePort(35_432);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port, password: 'bench' });
  try {
    await migrate(postgres.url);
    const database = await createDataSource(postgres.url, 60).initialize();
    try {
      return await work({ url: postgres.url, database, folder });
    } finally {
      await database.destroy();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
