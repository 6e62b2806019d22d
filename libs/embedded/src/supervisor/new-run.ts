import type { RunFile } from './run-file.js';

/** The description of a system that is about to start: all addresses, and no process yet but this one. */
export function newRun(environment: Record<string, string>): RunFile {
  const value = (name: string) => environment[name] ?? '';
  const temporalUi = environment['TEMPORAL_UI_URL'];
  return {
    startedAt: new Date().toISOString(),
    ready: false,
    url: `http://${visibleHost(value('AMANAH_HOST'))}:${value('AMANAH_PORT')}`,
    workerUrl: `http://127.0.0.1:${value('AMANAH_WORKER_PORT')}`,
    databaseUrl: value('DATABASE_URL'),
    temporalAddress: value('TEMPORAL_ADDRESS'),
    ...(temporalUi === undefined ? {} : { temporalUi }),
    pids: { supervisor: process.pid },
    environment,
  };
}

/** Listening everywhere is no address to type into a browser. */
function visibleHost(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}
