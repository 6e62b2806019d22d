import { Connection } from '@temporalio/client';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { launch, type Launched } from '../system/launch.js';
import { ready } from '../system/ready.js';

export interface TemporalOptions {
  readonly executable: string;
  /** Where workflows are kept; without it they are lost with the process, as tests like it. */
  readonly dbFile?: string;
  readonly port: number;
  /** Without it there is no web page for operators. */
  readonly uiPort?: number;
  readonly logFile: string;
  /** Limits of the server that tests move to where they can reach them, by name. */
  readonly limits?: Readonly<Record<string, string>>;
}

/**
 * A backup reads the file while the server writes it. Without a write-ahead log the reader makes a commit fail, the server
 * gives its one connection back with the transaction still open, and from then on answers nothing but errors.
 */
const READ_WHILE_WRITTEN = ['--sqlite-pragma', 'journal_mode=wal'];

export interface RunningTemporal extends Launched {
  readonly address: string;
}

/** Starts Temporal on loopback and returns once it serves. After a kill, workflows go on where they were. */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const launched = await launchTemporal(options);
  await temporalReady(launched, temporalAddress(options));
  return { ...launched, address: temporalAddress(options) };
}

export function temporalAddress({ port }: TemporalOptions): string {
  return `127.0.0.1:${port}`;
}

/** Starts the process without waiting for it, for a supervisor that wants its id at once. */
export async function launchTemporal({
  executable,
  dbFile,
  port,
  uiPort,
  logFile,
  limits = {},
}: TemporalOptions): Promise<Launched> {
  if (dbFile !== undefined) mkdirSync(dirname(dbFile), { recursive: true });
  const store = dbFile === undefined ? [] : ['--db-filename', dbFile, ...READ_WHILE_WRITTEN];
  const page = uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)];
  const network = ['--ip', '127.0.0.1', '--port', String(port), ...page];
  const moved = Object.entries(limits).flatMap(([name, value]) => ['--dynamic-config-value', `${name}=${value}`]);
  const args = ['server', 'start-dev', ...store, ...network, ...moved, '--log-level', 'warn', '--log-format', 'json'];
  return launch({ file: executable, args, logFile, stopGraceMilliseconds: 4000 });
}

/** Serving means more than listening: the default namespace must answer. */
export async function temporalReady(launched: Launched, address: string): Promise<void> {
  const ask = async () => {
    const connection = await Connection.connect({ address, connectTimeout: 1000 });
    try {
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      return true;
    } finally {
      await connection.close();
    }
  };
  await ready(launched, ask, { what: 'Temporal', milliseconds: 60_000 });
}
