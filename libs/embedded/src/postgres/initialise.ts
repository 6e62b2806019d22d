import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './binaries.js';
import type { RunAs } from './run-as.js';

const FLAGS = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin'];

/**
 * Creates the cluster beside its place and then moves it there, so a first start that is killed half-way leaves
 * nothing that looks like a database. A repeat finds the cluster and does nothing.
 */
export async function initialise(
  cluster: { dataDir: string; user: string; password: string },
  { initdb }: PostgresBinaries,
  user: RunAs,
): Promise<void> {
  if (existsSync(join(cluster.dataDir, 'PG_VERSION'))) return;
  const unfinished = `${cluster.dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(unfinished), { recursive: true });
  mkdirSync(unfinished, { mode: 0o700 });
  user.own(unfinished);
  const secret = passwordFile(cluster.password, user);
  const parts = [`--pgdata=${unfinished}`, `--username=${cluster.user}`, `--pwfile=${secret.file}`];
  const { file, args } = user.command(initdb, [...FLAGS, '--builtin-locale=C.UTF-8', ...parts]);
  try {
    await promisify(execFile)(file, args, {
      uid: user.uid,
      gid: user.gid,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
    });
    rmSync(cluster.dataDir, { recursive: true, force: true });
    renameSync(unfinished, cluster.dataDir);
  } finally {
    rmSync(secret.directory, { recursive: true, force: true });
  }
}

/** On the command line a password would be visible to everybody on the machine. */
function passwordFile(password: string, user: RunAs): { directory: string; file: string } {
  const directory = mkdtempSync(join(tmpdir(), 'amanah-initdb-'));
  const file = join(directory, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  user.own(file);
  user.own(directory);
  return { directory, file };
}
