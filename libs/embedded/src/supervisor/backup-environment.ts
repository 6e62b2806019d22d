import type { Places } from './places.js';
import type { RunFile } from './run-file.js';
import { secretsIn } from './secrets.js';

/**
 * What `backup` is told beside the environment of a running system: how the owner of the database signs in, as the user says or
 * as the embedded server's does, and where the bundled Temporal server keeps what waits.
 */
export function backupEnvironment(
  places: Places,
  { pids, databaseUrl }: RunFile,
  { DATABASE_OWNER_URL: given }: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const owner = new URL(databaseUrl);
  owner.username = 'amanah';
  owner.password = encodeURIComponent(secretsIn(places).postgresPassword);
  return {
    ...(pids['postgres'] === undefined ? {} : { DATABASE_OWNER_URL: owner.href }),
    ...(given ? { DATABASE_OWNER_URL: given } : {}),
    ...(pids['temporal'] === undefined ? {} : { AMANAH_TEMPORAL_FILE: places.temporal() }),
  };
}
