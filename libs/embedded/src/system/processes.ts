import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { waitUntil } from './wait-until.js';

/** A zombie still answers signal 0, but nobody lives there: it counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/**
 * The command line of a process, or '' when it is gone. Process ids are reused, so nothing is stopped by its id
 * alone: the command line must name something of ours.
 */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    if (process.platform === 'win32') return windowsCommandLine(pid);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Signals a process and whatever it started in its own group; gone already is fine. */
function signal(pid: number, name: NodeJS.Signals): void {
  for (const target of name === 'SIGKILL' && process.platform !== 'win32' ? [-pid, pid] : [pid]) {
    try {
      process.kill(target, name);
    } catch {
      // Gone already, or never the head of a group.
    }
  }
}

/** Asks politely, then insists. Returns once the process is gone. */
export async function stopProcess(pid: number, politely: NodeJS.Signals, graceMilliseconds: number): Promise<void> {
  signal(pid, politely);
  const gone = () => !isAlive(pid);
  await waitUntil(gone, { what: 'a clean stop', milliseconds: graceMilliseconds, every: 25 }).catch(() => {
    signal(pid, 'SIGKILL');
  });
  await waitUntil(gone, { what: `the end of process ${pid}`, milliseconds: 2000, every: 25 });
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return true;
  }
}

function windowsCommandLine(pid: number): string {
  const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
  return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' }).trim();
}
