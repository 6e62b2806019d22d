import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';

/** A file on its way to or from the bank. It holds names and accounts, so it is private and removed after use. */
export async function withExchangeFile<T>(exchangeDir: string, use: (path: string) => Promise<T>): Promise<T> {
  const directory = join(exchangeDir, 'bank');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, randomUUID());
  try {
    return await use(path);
  } finally {
    await rm(path, { force: true });
  }
}

export const privateFile = (path: string): Writable => createWriteStream(path, { mode: 0o600 });
