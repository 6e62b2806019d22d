import { DataSource } from 'typeorm';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations/index.js';
import { SnakeNaming } from './shared/snake-naming.js';

/**
 * A pool of connections to one database. Nothing is synchronised: the schema moves only through migrations, which
 * run as a step of their own. `poolSize` is per process. Who waits too long for a connection is refused: work inside
 * a transaction that asked for a second connection would otherwise, many at once, wait for itself for ever.
 */
export function createDataSource(url: string, poolSize = 20): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    uuidExtension: 'pgcrypto',
    synchronize: false,
    applicationName: 'amanah',
    extra: { statement_timeout: 120_000, connectionTimeoutMillis: 30_000 },
  });
}

/** Brings the schema up to date under one lock, so that two starting processes do not race. Safe to repeat. */
export async function migrate(url: string): Promise<string[]> {
  const database = await createDataSource(url, 2).initialize();
  const lock = database.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('amanah-migrations'))`);
    const applied = await database.runMigrations();
    return applied.map(({ name }) => name);
  } finally {
    await lock.query(`select pg_advisory_unlock(hashtext('amanah-migrations'))`);
    await lock.release();
    await database.destroy();
  }
}
