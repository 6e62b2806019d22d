import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The last lines of a log, for the moment something did not start. '' when there is no log. */
export function tail(path: string, lines: number): string {
  try {
    return lastBytes(path, 16_384).trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

function lastBytes(path: string, count: number): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, count));
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8');
  } finally {
    closeSync(file);
  }
}
