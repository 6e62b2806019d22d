import { freePort } from '../system/free-port.js';
import type { Say } from '../system/say.js';
import type { TemporalServer } from '../temporal/resolve-temporal-server.js';
import type { Places } from './places.js';
import type { Secrets } from './secrets.js';

export interface Ports {
  readonly api: number;
  readonly worker: number;
  readonly bank: number;
  readonly bankHttp: number;
  readonly post: number;
  readonly postHttp: number;
  readonly postgres: number;
  readonly temporal: number;
  readonly temporalUi: number;
}

/** The usual ports, those asked for by environment, or the next free ones. */
export async function choosePorts(env: NodeJS.ProcessEnv, say: Say): Promise<Ports> {
  const choose = (variable: string, usual: number, what: string) => freePort(Number(env[variable] ?? usual), what, say);
  return {
    api: await choose('AMANAH_PORT', 3000, 'Web'),
    worker: await choose('AMANAH_WORKER_PORT', 3001, 'Worker'),
    bank: await choose('BANK_SFTP_PORT', 2222, 'Bank'),
    bankHttp: await choose('BANK_HTTP_PORT', 2223, "Bank's health"),
    post: await choose('POST_SFTP_PORT', 2224, 'Post office'),
    postHttp: await choose('POST_HTTP_PORT', 2225, "Post office's health"),
    postgres: await choose('AMANAH_POSTGRES_PORT', 54_329, 'PostgreSQL'),
    temporal: await choose('AMANAH_TEMPORAL_PORT', 7233, 'Temporal'),
    temporalUi: await choose('AMANAH_TEMPORAL_UI_PORT', 8233, "Temporal's page"),
  };
}

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly places: Places;
  readonly secrets: Secrets;
  readonly ports: Ports;
  readonly temporal: TemporalServer;
  /** How the application signs in. */
  readonly databaseUrl: string;
}

/** What every process of the system is told. What the user set stays as the user set it; only ports may have moved. */
export function environmentOf(surroundings: Surroundings): Record<string, string> {
  const { env, ports } = surroundings;
  const ofSandbox = { AMANAH_SANDBOX: '1', AMANAH_API_DOCS: '1' };
  const ours = {
    ...database(surroundings),
    ...keys(surroundings),
    ...bank(surroundings),
    ...post(surroundings),
    ...ofSandbox,
  };
  const given = Object.entries(ours).map(([name, value]) => [name, env[name] ?? value]);
  return {
    ...(Object.fromEntries(given) as Record<string, string>),
    DATABASE_URL: surroundings.databaseUrl,
    // Empty, so that no process inherits it from the user's own shell.
    DATABASE_OWNER_URL: '',
    AMANAH_HOST: env['AMANAH_HOST'] ?? '127.0.0.1',
    AMANAH_PORT: String(ports.api),
    AMANAH_WORKER_PORT: String(ports.worker),
    BANK_SFTP_PORT: String(ports.bank),
    BANK_HTTP_PORT: String(ports.bankHttp),
    POST_SFTP_PORT: String(ports.post),
    POST_HTTP_PORT: String(ports.postHttp),
    LOG_LEVEL: env['LOG_LEVEL'] ?? 'info',
  };
}

function database({ places, ports, temporal }: Surroundings): Record<string, string> {
  const own = temporal.kind === 'executable';
  return {
    TEMPORAL_ADDRESS: own ? `127.0.0.1:${ports.temporal}` : temporal.address,
    TEMPORAL_NAMESPACE: 'default',
    ...(own ? { TEMPORAL_UI_URL: `http://127.0.0.1:${ports.temporalUi}` } : {}),
    AMANAH_EXCHANGE_DIR: places.exchange(),
  };
}

function keys({ secrets }: Surroundings): Record<string, string> {
  return { AMANAH_DATA_KEY: secrets.dataKey, AMANAH_INDEX_KEY: secrets.indexKey, AMANAH_AUDIT_KEY: secrets.auditKey };
}

function bank({ places, secrets }: Surroundings): Record<string, string> {
  return {
    BANK_SFTP_HOST: '127.0.0.1',
    BANK_SFTP_USER: 'amanah',
    BANK_SFTP_PASSWORD: secrets.bankPassword,
    BANK_STATE_DIR: places.bank(),
    BANK_HOST_KEY_FILE: places.hostKey(),
    BANK_HOST_FINGERPRINT: secrets.bankHostFingerprint,
  };
}

/** The post office is a second house of the bank's kind, under names of its own, and the payer reaches it as the mailbox `pos`. */
function post({ places, secrets, ports }: Surroundings): Record<string, string> {
  const login = { user: 'amanah', password: secrets.postPassword };
  const mailbox = { host: '127.0.0.1', port: ports.post, ...login, hostFingerprint: secrets.postHost.fingerprint };
  return {
    POST_SFTP_PASSWORD: login.password,
    POST_STATE_DIR: places.post(),
    POST_HOST_KEY_FILE: places.postHostKey(),
    BANK_MAILBOXES: JSON.stringify({ pos: mailbox }),
  };
}
