import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { asApplication, freePort, startPostgres } from '#embedded';
import { createDataSource, migrate } from '#persistence';

export interface BenchDatabase {
  /** Signs in as the application does, as in an installation. */
  readonly url: string;
  /** For the other side of a comparison, which makes tables of its own. */
  readonly ownerUrl: string;
  readonly database: DataSource;
  readonly folder: string;
}

/** A durable PostgreSQL of its own, migrated; both sides of a comparison run on it. */
export async function withBenchDatabase<T>(work: (bench: BenchDatabase) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-bench-'));
  const port = await freePort(35_432);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port, password: 'bench' });
  try {
    const url = asApplication(postgres.url, 'bench');
    await migrate(postgres.url, url);
    const database = await createDataSource(url, 60).initialize();
    try {
      return await work({ url, ownerUrl: postgres.url, database, folder });
    } finally {
      await database.destroy();
    }
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
