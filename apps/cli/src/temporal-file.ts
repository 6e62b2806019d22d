import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '#domain';

const TRIES = 24;
const WAIT_MS = 2_000;
const PAUSE_MS = 500;

/** What SQLite answers while somebody else writes. */
const BUSY = 5;
const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === BUSY;

/** The file, and what SQLite keeps beside it while it is written. */
const parts = (file: string): string[] => [file, `${file}-wal`, `${file}-shm`];

/**
 * Writes the file of the bundled Temporal server, which may run meanwhile, to another, as it is at this moment. The server
 * has a write-ahead log, so neither waits for the other. Only while it recovers from a kill is the file held, and a backup
 * waits for it: a minute in all. Not every lock is one that SQLite itself waits for, so it is tried anew.
 */
export async function copyTemporalFile(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      copyOnce(from, to);
      return;
    } catch (error) {
      if (!isBusy(error) || tries === TRIES) throw error;
      rmSync(to, { force: true });
      await delay(PAUSE_MS);
    }
  }
}

function copyOnce(from: string, to: string): void {
  // Temporal's own schema writes texts in double quotation marks.
  const kept = new DatabaseSync(from, { readOnly: true, enableDoubleQuotedStringLiterals: true });
  try {
    kept.exec(`pragma busy_timeout = ${WAIT_MS}`);
    kept.prepare('vacuum into ?').run(to);
    chmodSync(to, 0o600);
  } finally {
    kept.close();
  }
}

/** Throws RESTORE_TEMPORAL_THERE where what waits of another installation would be overwritten, or its log mixed into this. */
export function demandNoTemporalFile(file: string): void {
  const there = parts(file).find((part) => existsSync(part));
  if (there !== undefined)
    throw new DomainError('RESTORE_TEMPORAL_THERE', 'Temporal has a file already', { file: there });
}

/** Puts what Temporal held where its server looks for it. */
export function placeTemporalFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
