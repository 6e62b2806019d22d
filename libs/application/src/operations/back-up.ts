import { createWriteStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { sha256OfFile } from '#files';
import { type CopiedTable, DatabaseCopyRepository, isBusy, isForbidden } from '#persistence';
import { type BackupKeys, type BackupManifest, type BackupPart, fingerprintsOf, MANIFEST } from './backup-manifest.js';

/** Two or three minutes: the longest that anybody writes at a stretch is a city's list that comes in. */
const TRIES = 120;
const PAUSE_MS = 700;
/** For whoever made the backup alone. */
const PRIVATE = 0o600;

export interface BackupOptions {
  readonly keys: BackupKeys;
  /** Writes what Temporal holds to a file; undefined where Temporal keeps it on a server of its own. */
  readonly copyTemporal?: ((file: string) => Promise<void>) | undefined;
}

/**
 * Writes the whole database, as its owner, into a folder that is not there yet, and what Temporal holds beside it: both as they
 * were at one moment, in which nobody could write (seconds). Afterwards writing goes on while the rows are read. The
 * manifest comes last: a folder without it is no backup. Throws BACKUP_FOLDER_TAKEN, BACKUP_NOT_OWNER, and
 * BACKUP_BUSY when writers leave no moment.
 */
export async function backUp(
  database: DataSource,
  folder: string,
  { keys, copyTemporal }: BackupOptions,
): Promise<BackupManifest> {
  await makeFolder(folder);
  const copy = DatabaseCopyRepository.on(database);
  try {
    const temporal = join(folder, 'temporal.db');
    const takenAt = await whileNobodyWrites(database, async () => {
      await copy.beginReading();
      await copyTemporal?.(temporal);
      return new Date().toISOString();
    });
    const tables: BackupManifest['tables'] = [];
    for (const table of await copy.tables()) tables.push(await writeTable(copy, folder, table));
    const manifest: BackupManifest = {
      ...{ format: 'amanah-backup-1', takenAt, tables, keys: fingerprintsOf(keys) },
      schema: (await copy.migrations()).at(-1) ?? '',
      sequences: await copy.sequences(),
      temporal: copyTemporal === undefined ? null : await partOf(folder, 'temporal.db'),
    };
    await copy.commit();
    await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { flag: 'wx', mode: PRIVATE });
    return manifest;
  } finally {
    await copy.rollback();
    await copy.release();
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
    await mkdir(join(folder, 'tables'), { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new DomainError('BACKUP_FOLDER_TAKEN', 'a backup goes into a folder that is not there yet', { folder });
  }
}

/** Officials and activities wait while `work` runs. Whoever writes at that moment is let finish: the lock steps back and tries again. */
async function whileNobodyWrites<T>(database: DataSource, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const lock = DatabaseCopyRepository.on(database);
    try {
      await lock.lockOutWriters();
      return await work();
    } catch (error) {
      if (isForbidden(error)) throw new DomainError('BACKUP_NOT_OWNER', 'this role does not own the tables');
      if (!isBusy(error)) throw error;
      if (attempt === TRIES) throw new DomainError('BACKUP_BUSY', 'there was no moment without writers');
    } finally {
      await lock.rollback();
      await lock.release();
    }
    // Not in step with anything that writes every second.
    await pause(PAUSE_MS * (0.5 + Math.random()));
  }
}

async function writeTable(
  copy: DatabaseCopyRepository,
  folder: string,
  table: CopiedTable,
): Promise<BackupManifest['tables'][number]> {
  const file = `tables/${table.name}.copy.gz`;
  const rows = await copy.countRows(table.name);
  const to = createWriteStream(join(folder, file), { flags: 'wx', mode: PRIVATE });
  await pipeline(await copy.read(table), createGzip({ level: 4 }), to);
  return { ...(await partOf(folder, file)), name: table.name, columns: [...table.columns], rows };
}

const partOf = async (folder: string, file: string): Promise<BackupPart> => ({
  ...{ file, sha256: await sha256OfFile(join(folder, file)) },
  bytes: (await stat(join(folder, file))).size,
});
