import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startPostgres } from '#embedded';
import { projectFile } from '#policies';

const KEY = Buffer.alloc(32).toString('base64');

/** Writes the committed OpenAPI file from the routes. The app connects when it starts, so it gets a throwaway database. */
const folder = mkdtempSync(join(tmpdir(), 'amanah-openapi-'));
const port = await freePort(35_532);
const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), port, password: 'x', unsafeButFast: true });
Object.assign(process.env, {
  DATABASE_URL: postgres.url,
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  AMANAH_DATA_KEY: KEY,
  AMANAH_INDEX_KEY: KEY,
  AMANAH_EXCHANGE_DIR: folder,
  BANK_SFTP_USER: 'none',
  BANK_SFTP_PASSWORD: 'none',
  BANK_HOST_FINGERPRINT: '00'.repeat(32),
  LOG_LEVEL: 'silent',
});
const { createApp, describeApi } = await import('./create-app.js');
const app = await createApp();
try {
  await app.init();
  writeFileSync(projectFile('apps/api/openapi.json'), `${JSON.stringify(describeApi(app), null, 2)}\n`);
} finally {
  await app.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
