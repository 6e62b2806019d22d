import { rmSync } from 'node:fs';
import { z } from 'zod';
import { commandLine, isAlive } from '../system/processes.js';
import { readJson, writeJson } from '../system/json-file.js';
import type { Places } from './places.js';

/** What other commands need to know about a running system. Its keys never change; the process ids do. */
const RunFile = z.object({
  startedAt: z.string(),
  ready: z.boolean(),
  url: z.string(),
  workerUrl: z.string(),
  databaseUrl: z.string(),
  temporalAddress: z.string(),
  temporalUi: z.string().optional(),
  /** supervisor, postgres, temporal, bank, post, worker, api: as far as they were started here. */
  pids: z.record(z.string(), z.number()),
  /** What a process of the system, or a command that talks to it, gets as environment. */
  environment: z.record(z.string(), z.string()),
});

export type RunFile = z.infer<typeof RunFile>;

export function readRunFile(places: Places): RunFile | undefined {
  const parsed = RunFile.safeParse(readJson(places.runFile()));
  return parsed.success ? parsed.data : undefined;
}

export function writeRunFile(places: Places, run: RunFile): void {
  writeJson(places.runFile(), run);
}

export function removeRunFile(places: Places): void {
  rmSync(places.runFile(), { force: true });
}

/** The running system of this state directory, if its supervisor lives. */
export function runningSystem(places: Places): RunFile | undefined {
  const run = readRunFile(places);
  const supervisor = run?.pids['supervisor'];
  return supervisor !== undefined && isSupervisor(supervisor) ? run : undefined;
}

/** A process id alone proves nothing: it may have been given to another program since. */
export function isSupervisor(pid: number): boolean {
  return isAlive(pid) && /(start|dev|run|amanah)\.mjs|supervisor.main\.js/.test(commandLine(pid));
}
