import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Another process may be receiving right now, and no upload takes so long. */
const LEFT_AFTER_MS = 6 * 3_600_000;

/** Removes what a process that was killed in the middle of an upload has left: it holds personal data in clear. */
export async function removeLeftUploads(exchangeDir: string, now = Date.now()): Promise<void> {
  const directory = join(exchangeDir, 'uploads');
  const names = await readdir(directory).catch(() => []);
  for (const name of names) {
    const path = join(directory, name);
    const changed = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    if (now - changed > LEFT_AFTER_MS) await rm(path, { force: true });
  }
}
