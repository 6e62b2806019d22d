import { join } from 'node:path';
import type { Command } from 'commander';
import { type BackupManifest, backUp, restoreBackup } from '#application';
import { loadBackupConfig } from '#config';
import { sha256OfFile } from '#files';
import { report } from './file-check.js';
import { copyTemporalFile, demandNoTemporalFile, placeTemporalFile } from './temporal-file.js';
import { withDatabase } from './with-database.js';

interface Flags {
  readonly json?: true;
}

interface Done {
  readonly folder: string;
  readonly takenAt: string;
  readonly schema: string;
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
  /** Whether what Temporal holds is in it. */
  readonly hasTemporal: boolean;
  /** Of the manifest, which has those of all parts: kept apart, it shows that nothing was changed. */
  readonly sha256: string;
}

async function summaryOf(folder: string, manifest: BackupManifest): Promise<Done> {
  const { takenAt, schema, tables, temporal } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = [...tables, ...(temporal === null ? [] : [temporal])].reduce((sum, part) => sum + part.bytes, 0);
  const sha256 = await sha256OfFile(join(folder, 'manifest.json'));
  return { folder, takenAt, schema, tables: tables.length, rows, bytes, hasTemporal: temporal !== null, sha256 };
}

async function runBackup(folder: string): Promise<Done> {
  const { ownerUrl, keys, temporalFile } = loadBackupConfig();
  const copyTemporal = temporalFile === undefined ? undefined : (to: string) => copyTemporalFile(temporalFile, to);
  const manifest = await withDatabase((database) => backUp(database, folder, { keys, copyTemporal }), ownerUrl);
  return summaryOf(folder, manifest);
}

async function runRestore(folder: string): Promise<Done> {
  const { ownerUrl, databaseUrl: applicationUrl, keys, temporalFile } = loadBackupConfig();
  if (temporalFile !== undefined) demandNoTemporalFile(temporalFile);
  const placeTemporal =
    temporalFile === undefined
      ? undefined
      : (from: string) => {
          placeTemporalFile(from, temporalFile);
        };
  const manifest = await restoreBackup(folder, { ownerUrl, applicationUrl, keys, placeTemporal });
  return summaryOf(folder, manifest);
}

const asText =
  (what: string) =>
  ({ folder, takenAt, tables, rows, bytes, hasTemporal, sha256 }: Done): string =>
    [
      `${what} ${folder}: ${rows} rows of ${tables} tables as of ${takenAt}, ${Math.ceil(bytes / 1024)} KiB`,
      hasTemporal
        ? 'with what Temporal holds'
        : "without Temporal's own database: back that up as docs/operators.md says",
      `manifest ${sha256}`,
      '',
    ].join('\n');

const print = (work: () => Promise<Done>, what: string, { json }: Flags): Promise<void> =>
  report(work, { asText: asText(what), asJson: json === true, language: 'en', hasFindings: () => false });

/** Adds `backup`: exit 0 written, 2 refused. */
export function addBackupCommand(program: Command): void {
  program
    .command('backup <folder>')
    .description('write everything that is kept into a folder that is not there yet, while the system runs')
    .option('--json', 'print the result as JSON')
    .action((folder: string, flags: Flags) => print(() => runBackup(folder), 'wrote', flags));
}

/** Adds `restore`: exit 0 restored, 2 refused. */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore <folder>')
    .description('put a backup into a database that was just created, while nothing else runs')
    .option('--json', 'print the result as JSON')
    .action((folder: string, flags: Flags) => print(() => runRestore(folder), 'restored', flags));
}
