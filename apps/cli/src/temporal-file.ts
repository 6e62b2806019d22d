import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DomainError } from '#domain';

/** Writes the file of the bundled Temporal server, which may run meanwhile, to another, as it is at this moment. */
export function copyTemporalFile(from: string, to: string): void {
  // Temporal's own schema writes texts in double quotation marks.
  const kept = new DatabaseSync(from, { readOnly: true, enableDoubleQuotedStringLiterals: true });
  try {
    // A server that is writing holds the file for moments; a backup waits for it instead of failing.
    kept.exec('pragma busy_timeout = 30000');
    kept.prepare('vacuum into ?').run(to);
    chmodSync(to, 0o600);
  } finally {
    kept.close();
  }
}

/** Throws RESTORE_TEMPORAL_THERE where what waits of another installation would be overwritten. */
export function demandNoTemporalFile(file: string): void {
  if (existsSync(file)) throw new DomainError('RESTORE_TEMPORAL_THERE', 'Temporal has a file already', { file });
}

/** Puts what Temporal held where its server looks for it. */
export function placeTemporalFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
