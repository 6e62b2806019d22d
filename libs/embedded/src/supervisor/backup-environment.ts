import type { Places } from './places.js';
import type { RunFile } from './run-file.js';
import { secretsIn } from './secrets.js';

/**
 * What `backup` is told beside the environment of a running system: how the owner of the embedded database signs in, and where the
 * bundled Temporal server keeps what waits. Of servers that are elsewhere it knows neither.
 */
export function backupEnvironment(places: Places, { pids, databaseUrl }: RunFile): Record<string, string> {
  const owner = new URL(databaseUrl);
  owner.username = 'amanah';
  owner.password = encodeURIComponent(secretsIn(places).postgresPassword);
  return {
    ...(pids['postgres'] === undefined ? {} : { DATABASE_OWNER_URL: owner.href }),
    ...(pids['temporal'] === undefined ? {} : { AMANAH_TEMPORAL_FILE: places.temporal() }),
  };
}
