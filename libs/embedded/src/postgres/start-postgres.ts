import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import pg from 'pg';
import { launch, type Launched } from '../system/launch.js';
import { ready } from '../system/ready.js';
import { postgresBinaries } from './binaries.js';
import { initialise } from './initialise.js';
import { runAs } from './run-as.js';
import { clearStaleServer } from './stale-server.js';

export interface PostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly password: string;
  readonly user?: string;
  /** Created when it does not exist. */
  readonly database?: string;
  readonly maxConnections?: number;
  /** Only for tests: a power cut may then lose everything. */
  readonly unsafeButFast?: boolean;
  readonly logFile?: string;
}

export interface RunningPostgres extends Launched {
  readonly url: string;
}

const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts PostgreSQL on loopback and returns once it takes queries. The directory is created on the first start;
 * later starts find their data, also after the machine or the server was killed.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const launched = await launchPostgres(options);
  await postgresReady(launched, options);
  return { ...launched, url: postgresUrl(options) };
}

export function postgresUrl({ user = 'amanah', password, port, database = 'amanah' }: PostgresOptions): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Starts the process without waiting for it, for a supervisor that wants its id at once. */
export async function launchPostgres(options: PostgresOptions): Promise<Launched> {
  const { user = 'amanah', password } = options;
  const dataDir = resolve(options.dataDir);
  const binaries = postgresBinaries();
  mkdirSync(dirname(dataDir), { recursive: true });
  const as = runAs(dataDir, binaries);
  await initialise({ dataDir, user, password }, binaries, as);
  await clearStaleServer(dataDir);
  return launch({
    ...as.command(binaries.postgres, ['-D', dataDir, '-p', String(options.port), ...flags(options)]),
    uid: as.uid,
    gid: as.gid,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
    logFile: options.logFile ?? `${dataDir}.log`,
    stopSignal: 'SIGINT',
  });
}

/** Waits out recovery after a crash, then makes sure the database exists. */
export async function postgresReady(launched: Launched, options: PostgresOptions): Promise<void> {
  const { user = 'amanah', password, port, database = 'amanah' } = options;
  const ask = async () => {
    const client = new pg.Client({ host: '127.0.0.1', port, user, password, database: 'postgres' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
      if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
    } finally {
      await client.end();
    }
    return true;
  };
  await ready(launched, ask, { what: 'PostgreSQL', milliseconds: 60_000, every: 50 });
}

function flags({ maxConnections = 200, unsafeButFast = false }: PostgresOptions): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: maxConnections,
    shared_buffers: '256MB',
    shared_preload_libraries: 'pg_stat_statements',
    max_wal_size: '2GB',
    ...(unsafeButFast ? UNSAFE : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
