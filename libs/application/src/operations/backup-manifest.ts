import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '#config';
import { DomainError } from '#domain';
import { sha256OfFile } from '#files';

export const MANIFEST = 'manifest.json';

const Part = z.object({
  /** Below the folder of the backup. */
  file: z.string().regex(/^(tables\/[a-z_]+\.copy\.gz|temporal\.db)$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int(),
});

const Manifest = z.object({
  format: z.literal('amanah-backup-1'),
  /** By the clock of the machine. */
  takenAt: z.iso.datetime(),
  /** The last migration of the schema: a version that does not know it cannot take this. */
  schema: z.string(),
  /** Tells keys apart and tells nothing of them: the data is worth nothing without the same ones. */
  keys: z.object({ data: z.string(), index: z.string() }),
  tables: z.array(Part.extend({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  /** What waits; null where Temporal keeps it on a server of its own, which has its own backup. */
  temporal: Part.nullable(),
});
export type BackupManifest = z.infer<typeof Manifest>;
export type BackupPart = z.infer<typeof Part>;

export type BackupKeys = Pick<Config, 'dataKey' | 'indexKey'>;

const fingerprint = (key: Buffer): string =>
  createHmac('sha256', key).update('amanah-backup').digest('hex').slice(0, 32);

export const fingerprintsOf = ({ dataKey, indexKey }: BackupKeys): BackupManifest['keys'] => ({
  data: fingerprint(dataKey),
  index: fingerprint(indexKey),
});

/** Throws BACKUP_MANIFEST for a folder without a manifest that this version reads. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch {
    throw new DomainError('BACKUP_MANIFEST', 'no manifest of a backup is here');
  }
}

/** Throws BACKUP_PART_BROKEN for the first part that is missing or is not what was written. */
export async function demandWhole(folder: string, { tables, temporal }: BackupManifest): Promise<void> {
  for (const { file, sha256 } of [...tables, ...(temporal === null ? [] : [temporal])]) {
    const found = await sha256OfFile(join(folder, file)).catch(() => undefined);
    if (found !== sha256) throw new DomainError('BACKUP_PART_BROKEN', 'a part is missing or was changed', { file });
  }
}
