import { execFileSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PostgresBinaries } from './binaries.js';

/** How to start a PostgreSQL program: PostgreSQL refuses to run as root, so root hands it to another user. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
  /** The command to start for a program of PostgreSQL. */
  readonly command: (file: string, args: readonly string[]) => { file: string; args: readonly string[] };
  /** Gives a file or directory to the user PostgreSQL runs as. */
  readonly own: (path: string) => void;
}

const CAPABILITIES = '+dac_override,+dac_read_search';

const asMyself: RunAs = {
  command: (file, args) => ({ file, args }),
  own: () => undefined,
};

export function runAs(dataDir: string, binaries: PostgresBinaries): RunAs {
  if (process.getuid?.() !== 0) return asMyself;
  const { uid, gid } = postgresUser();
  const own = (path: string) => {
    chownSync(path, uid, gid);
  };
  if (reachable(dirname(dataDir)) && reachable(binaries.postgres)) return { uid, gid, own, command: asMyself.command };
  return { own, command: (file, args) => ({ file: 'setpriv', args: [...privileges(uid, gid), '--', file, ...args] }) };
}

/**
 * Below a private directory (`/root`, `mktemp -d`) the other user may pass only with root's right to do so. The secure
 * bit makes that right count in access(2), too, by which initdb looks for the server beside it.
 */
function privileges(uid: number, gid: number): string[] {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  return [...identity, '--securebits=+no_setuid_fixup', `--inh-caps=${CAPABILITIES}`, `--ambient-caps=${CAPABILITIES}`];
}

function reachable(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    const { mode } = statSync(at);
    if ((mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function postgresUser(): { uid: number; gid: number } {
  try {
    return idsOf('postgres');
  } catch {
    execFileSync('groupadd', ['--force', '--system', 'postgres']);
    execFileSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
    return idsOf('postgres');
  }
}

function idsOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }));
  return { uid: id('-u'), gid: id('-g') };
}
