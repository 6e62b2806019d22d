import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RunningSystem {
  readonly url: string;
  readonly workerUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly pids: Readonly<Record<string, number>>;
  readonly environment: Readonly<Record<string, string>>;
}

export interface TestSystem {
  /** The file in which other processes read what `run` answers. */
  readonly runFile: string;
  /** The addresses and process ids as they are now: ids change when a process was killed and came back. */
  run(): RunningSystem;
  /** SIGKILL for one process by its name (api, worker, bank, postgres, temporal, supervisor). */
  kill(name: string): void;
  /** Waits until the named process runs under another id than the given one. */
  backAfter(name: string, killedPid: number): Promise<void>;
  /** Where it keeps its state. */
  readonly state: string;
  /** Starts the supervisor again on the same state, as the next `npm start` would; `between` has it while nothing runs. */
  restart(between?: () => Promise<void>): Promise<void>;
  /** Stops everything and deletes the state. */
  stop(): Promise<void>;
}

const SUPERVISOR = resolve(import.meta.dirname, '../../../dist/libs/embedded/src/supervisor/main.js');

/** What whoever asks a test's system for its figures brings. */
export const METRICS_TOKEN = 'made up for this run';

/** The whole system as `npm start` runs it, on a state of its own and on ports nobody else uses. */
export async function testSystem(env: NodeJS.ProcessEnv = {}): Promise<TestSystem> {
  const state = mkdtempSync(join(tmpdir(), 'amanah-system-'));
  const made = { ...testPorts(), AMANAH_METRICS_TOKEN: METRICS_TOKEN };
  const start = () => startSupervisor({ ...process.env, ...made, ...env, AMANAH_STATE_DIR: state });
  let supervisor = await start();
  const runFile = join(state, 'run.json');
  const run = () => JSON.parse(readFileSync(runFile, 'utf8')) as RunningSystem;
  return {
    runFile,
    run,
    kill: (name) => {
      killed(run().pids[name] ?? fail(`${name} is not running`));
    },
    backAfter: (name, killedPid) => until(() => (run().pids[name] ?? killedPid) !== killedPid, `the return of ${name}`),
    state,
    restart: async (between = () => Promise.resolve()) => {
      await supervisor.stop();
      await between();
      supervisor = await start();
    },
    stop: async () => {
      await supervisor.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** Without a server that was killed a moment ago another may have ended by itself; then it is dead enough. */
function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Far from those of `npm start`, which a developer may have running; each is only where the search begins. Below
 * those that the system hands out for outgoing connections. */
function testPorts(): NodeJS.ProcessEnv {
  const base = 20_000 + Math.floor(Math.random() * 600) * 20;
  const names = [
    'AMANAH_PORT',
    'AMANAH_WORKER_PORT',
    'BANK_SFTP_PORT',
    'BANK_HTTP_PORT',
    'POST_SFTP_PORT',
    'POST_HTTP_PORT',
    'AMANAH_POSTGRES_PORT',
    'AMANAH_TEMPORAL_PORT',
    'AMANAH_TEMPORAL_UI_PORT',
  ];
  const ports = names.map((name, at) => [name, String(base + 2 * at)]);
  return Object.fromEntries(ports) as NodeJS.ProcessEnv;
}

async function startSupervisor(env: NodeJS.ProcessEnv): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, [SUPERVISOR], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<void>((done) =>
    child.once('exit', () => {
      done();
    }),
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  await until(() => said.includes('Amanah is running') || child.exitCode !== null, 'the system', 120_000);
  if (!said.includes('Amanah is running')) throw new Error(`the system did not start:\n${said}`);
  return {
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await exited;
    },
  };
}

async function until(question: () => boolean, what: string, milliseconds = 30_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!question()) {
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${milliseconds / 1000} s`);
    await sleep(50);
  }
}

function fail(message: string): never {
  throw new Error(message);
}
