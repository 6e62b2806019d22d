import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DomainError } from '#domain';
import { createDataSource, DatabaseCopyRepository, knownMigrations, migrate } from '#persistence';
import { type BackupKeys, type BackupManifest, demandWhole, fingerprintsOf, readManifest } from './backup-manifest.js';

export interface RestoreOptions {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly keys: BackupKeys;
  /** Puts the file with what Temporal held where its server looks for it; undefined where that is another server's business. */
  readonly placeTemporal?: ((file: string) => void) | undefined;
}

/**
 * Puts a backup into a database without any table, as its owner, and brings its schema up to this version. Everything is looked
 * at before anything is written, and all rows come in one transaction: whatever fails leaves tables without rows. Throws
 * BACKUP_MANIFEST, BACKUP_KEYS_DIFFER, BACKUP_SCHEMA_NEWER, BACKUP_PART_BROKEN, RESTORE_NOT_EMPTY, BACKUP_ROWS_DIFFER.
 */
export async function restoreBackup(folder: string, options: RestoreOptions): Promise<BackupManifest> {
  const { ownerUrl, applicationUrl, keys, placeTemporal } = options;
  const manifest = await readManifest(folder);
  demandKeys(manifest, keys);
  if (!knownMigrations().includes(manifest.schema)) {
    throw new DomainError('BACKUP_SCHEMA_NEWER', 'this version does not know the schema', { schema: manifest.schema });
  }
  await demandWhole(folder, manifest);
  await demandEmpty(ownerUrl);
  await migrate(ownerUrl, ownerUrl, manifest.schema);
  await load(ownerUrl, folder, manifest);
  await migrate(ownerUrl, applicationUrl);
  if (manifest.temporal !== null) placeTemporal?.(join(folder, manifest.temporal.file));
  return manifest;
}

function demandKeys({ keys }: BackupManifest, given: BackupKeys): void {
  const own = fingerprintsOf(given);
  const differ = [
    ...(own.data === keys.data ? [] : ['AMANAH_DATA_KEY']),
    ...(own.index === keys.index ? [] : ['AMANAH_INDEX_KEY']),
  ];
  if (differ.length > 0) throw new DomainError('BACKUP_KEYS_DIFFER', 'the data was sealed with other keys', { differ });
}

async function demandEmpty(ownerUrl: string): Promise<void> {
  await withCopy(ownerUrl, async (copy) => {
    const tables = await copy.tables();
    if (tables.length === 0) return;
    throw new DomainError('RESTORE_NOT_EMPTY', 'the database has tables already', { tables: tables.length });
  });
}

async function load(ownerUrl: string, folder: string, { tables, sequences }: BackupManifest): Promise<void> {
  await withCopy(ownerUrl, async (copy) => {
    await copy.beginWriting();
    await copy.replaceAll(await copy.tables(), async () => {
      for (const { file, name, columns } of tables) {
        await pipeline(createReadStream(join(folder, file)), createGunzip(), await copy.write({ name, columns }));
      }
    });
    await copy.setSequences(sequences);
    for (const { name, rows } of tables) {
      const found = await copy.countRows(name);
      if (found === rows) continue;
      throw new DomainError('BACKUP_ROWS_DIFFER', 'a table has other rows than the backup counted', { name });
    }
    await copy.commit();
  });
}

async function withCopy(url: string, work: (copy: DatabaseCopyRepository) => Promise<void>): Promise<void> {
  const database = await createDataSource(url, 1).initialize();
  const copy = DatabaseCopyRepository.on(database);
  try {
    await work(copy);
  } finally {
    await copy.rollback();
    await copy.release();
    await database.destroy();
  }
}
