import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Places } from './places.js';
import { isSupervisor, readRunFile } from './run-file.js';

/** Refuses a second system on the same state: two would fight over one database directory. */
export function takeLock(places: Places): void {
  mkdirSync(dirname(places.lockFile()), { recursive: true });
  if (created(places.lockFile())) return;
  const holder = Number(readFileSync(places.lockFile(), 'utf8'));
  if (holder > 0 && isSupervisor(holder)) throw new Error(refusal(places, holder));
  rmSync(places.lockFile(), { force: true });
  if (!created(places.lockFile())) throw new Error('Amanah is being started by another command at this moment.');
}

export function releaseLock(places: Places): void {
  rmSync(places.lockFile(), { force: true });
}

function created(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function refusal(places: Places, holder: number): string {
  const run = readRunFile(places);
  const where = run === undefined ? '' : ` at ${run.url}, since ${run.startedAt}`;
  return `Amanah is already running${where} (process ${holder}). Use it, or stop it first.`;
}
