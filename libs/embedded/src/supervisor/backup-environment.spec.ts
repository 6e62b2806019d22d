import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupEnvironment } from './backup-environment.js';
import { Places } from './places.js';
import type { RunFile } from './run-file.js';
import { secretsIn } from './secrets.js';

const places = new Places({ AMANAH_STATE_DIR: mkdtempSync(join(tmpdir(), 'amanah-owner-')) });
const running = (pids: Record<string, number>): RunFile => ({
  ...{ startedAt: '', ready: true, url: '', workerUrl: '', temporalAddress: '', environment: {}, pids },
  databaseUrl: 'postgresql://amanah_app:hers@127.0.0.1:54329/amanah',
});

test('of the servers that were started here it knows the owner and the file; of others only what the user says', () => {
  const owner = `postgresql://amanah:${encodeURIComponent(secretsIn(places).postgresPassword)}@127.0.0.1:54329/amanah`;
  expect(backupEnvironment(places, running({ postgres: 1, temporal: 2 }), {})).toEqual({
    DATABASE_OWNER_URL: owner,
    AMANAH_TEMPORAL_FILE: places.temporal(),
  });
  expect(backupEnvironment(places, running({}), {})).toEqual({});
  const given = { DATABASE_OWNER_URL: 'postgresql://owner@db.example/amanah' };
  expect(backupEnvironment(places, running({}), given)).toEqual(given);
});
