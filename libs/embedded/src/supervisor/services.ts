import { launchPostgres, postgresReady, type PostgresOptions } from '../postgres/start-postgres.js';
import { answers } from '../system/free-port.js';
import { launch } from '../system/launch.js';
import { ready } from '../system/ready.js';
import { launchTemporal, temporalAddress, temporalReady, type TemporalOptions } from '../temporal/start-temporal.js';
import type { Places } from './places.js';
import type { Service } from './supervised.js';

export function postgresService(options: PostgresOptions): Service {
  return {
    name: 'postgres',
    launch: () => launchPostgres(options),
    ready: (launched) => postgresReady(launched, options),
  };
}

export function temporalService(options: TemporalOptions): Service {
  return {
    name: 'temporal',
    launch: () => launchTemporal(options),
    ready: (launched) => temporalReady(launched, temporalAddress(options)),
  };
}

export type AppName = 'api' | 'worker' | 'bank' | 'post';

const DEBUGGER_PORTS = { api: 9229, worker: 9230, bank: 9231, post: 9232 };

/** Other houses: they speak SFTP and share nothing with ours. */
const isOutside = (name: AppName): boolean => name === 'bank' || name === 'post';

/** One of our own processes; it says itself when it is ready, because only it knows. */
export function appService(name: AppName, places: Places, environment: Record<string, string>): Service {
  const question = isOutside(name)
    ? () => answers(portOf(environment, name))
    : () => answersReady(portOf(environment, name));
  return {
    name,
    launch: () =>
      launch({
        file: process.execPath,
        args: ['--enable-source-maps', ...debuggerOf(name), places.app(name === 'post' ? 'bank' : name)],
        env: { ...process.env, ...environmentFor(name, environment) },
        cwd: places.project,
        logFile: places.log(name),
      }),
    ready: (launched) => ready(launched, question, { what: name, milliseconds: 90_000 }),
  };
}

/** With AMANAH_INSPECT, as `npm run dev` sets it, a debugger may be attached at any moment. */
function debuggerOf(name: AppName): string[] {
  return process.env['AMANAH_INSPECT'] === '1' ? [`--inspect=127.0.0.1:${DEBUGGER_PORTS[name]}`] : [];
}

/**
 * Bank and post office never see the payer's database or keys, nor how the payer reaches the other. The post office is the bank's program
 * under its own variables; faults on purpose are the bank's.
 */
function environmentFor(name: AppName, environment: Record<string, string>): Record<string, string> {
  if (!isOutside(name)) return environment;
  const usual = Object.entries(environment).filter(
    ([variable]) => /^(BANK_|LOG_LEVEL$|AMANAH_SANDBOX$)/.test(variable) && !variable.startsWith('BANK_MAILBOXES'),
  );
  if (name === 'bank') return Object.fromEntries(usual);
  const own = Object.entries(environment).filter(([variable]) => variable.startsWith('POST_'));
  return {
    ...Object.fromEntries(usual.filter(([variable]) => variable !== 'BANK_SCENARIO_FILE')),
    ...Object.fromEntries(own.map(([variable, value]) => [variable.replace('POST_', 'BANK_'), value])),
    BANK_KIND: 'post',
  };
}

const PORTS = {
  api: 'AMANAH_PORT',
  worker: 'AMANAH_WORKER_PORT',
  bank: 'BANK_SFTP_PORT',
  post: 'POST_SFTP_PORT',
} as const satisfies Record<AppName, string>;

const portOf = (environment: Record<string, string>, name: AppName): number => Number(environment[PORTS[name]]);

async function answersReady(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) });
  await response.body?.cancel();
  return response.ok;
}
