import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { loadConfig } from '#config';
import { createDataSource } from '#persistence';
import { serve } from '../../../apps/api/src/serve.js';
import { prepare } from '../../../apps/cli/src/prepare/prepare.js';
import { DEMO_PASSWORD } from '../../../apps/cli/src/sandbox.js';
import { testDatabase } from '../../support/servers/test-database.js';
import { temporalAddress } from '../../support/servers/test-temporal.js';

export interface RunningApi {
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Signed in as the API is. */
  readonly database: DataSource;
  /** Signs in as the owner of the schema, for what the API could not bring about. */
  readonly ownerUrl: string;
  /** A bearer token of a demo account. */
  token(username: string): Promise<string>;
  stop(): Promise<void>;
}

const KEY = Buffer.alloc(32, 7).toString('base64');

/**
 * The API as it ships, on a free port, with a sandbox database of its own and its demo accounts. What `settings` sets,
 * it is told by environment.
 */
export async function runningApi(settings: NodeJS.ProcessEnv = {}): Promise<RunningApi> {
  const created = await testDatabase();
  const databaseUrl = created.url;
  const folder = mkdtempSync(join(tmpdir(), 'amanah-api-'));
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress(),
    AMANAH_DATA_KEY: KEY,
    AMANAH_INDEX_KEY: KEY,
    AMANAH_SANDBOX: '1',
    AMANAH_EXCHANGE_DIR: folder,
    BANK_SFTP_USER: 'test',
    BANK_SFTP_PASSWORD: 'test',
    BANK_HOST_FINGERPRINT: '00'.repeat(32),
    LOG_LEVEL: 'silent',
    ...settings,
  });
  await prepare({ databaseUrl, sandbox: true });
  const app = await serve({ ...loadConfig(), port: 0 });
  const database = await createDataSource(databaseUrl, 5).initialize();
  const url = await app.getUrl();
  const tokens = new Map<string, Promise<string>>();
  return {
    url,
    app,
    database,
    ownerUrl: created.ownerUrl,
    token: async (username) => {
      // The promise is kept and not the token: many at once would sign in as often, and be held up as guesses.
      const known = tokens.get(username) ?? signIn(url, username);
      tokens.set(username, known);
      return known;
    },
    stop: async () => {
      await app.close();
      await database.destroy();
      await created.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`${username} was not let in: ${response.status}`);
  return ((await response.json()) as { token: string }).token;
}
