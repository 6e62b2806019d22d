import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '#persistence';
import { MIGRATIONS } from '../../../libs/persistence/src/migrations/index.js';
import { emptyDatabase } from './test-database.js';

/** A database as it was right before a migration, with these rows, brought up to date; gone when `look` is done. */
export async function upgraded(
  migration: string,
  rows: readonly string[],
  look: (database: DataSource) => Promise<void>,
): Promise<void> {
  const database = await emptyDatabase();
  const { url } = database;
  const at = MIGRATIONS.findIndex(({ name }) => name.startsWith(migration));
  if (at === -1) throw new Error(`there is no migration ${migration}`);
  const earlier = await createDataSource(url)
    .setOptions({ migrations: MIGRATIONS.slice(0, at) })
    .initialize();
  await earlier.runMigrations();
  for (const row of rows) await earlier.query(row);
  await earlier.destroy();
  await migrate(url);
  const source = await createDataSource(url).initialize();
  try {
    await look(source);
  } finally {
    await source.destroy();
    await database.drop();
  }
}
