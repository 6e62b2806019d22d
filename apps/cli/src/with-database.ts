import type { DataSource } from 'typeorm';
import { loadConfig } from '#config';
import { createDataSource } from '#persistence';

/** A command does one thing after another. */
const CONNECTIONS = 2;

/**
 * Opens the database for one command, as the application signs in (DATABASE_URL unless another address is given), and
 * closes it whatever happens. Throws what `work` throws, and a ConfigError that names a missing variable.
 */
export async function withDatabase<Result>(
  work: (database: DataSource) => Promise<Result>,
  url = loadConfig().databaseUrl,
): Promise<Result> {
  const database = await createDataSource(url, CONNECTIONS).initialize();
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
