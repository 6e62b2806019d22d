import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const EVERY_MILLISECONDS = 500;

/**
 * Under npm (or our own first process) calls back once that is gone, so that killing it leaves nothing behind. npm
 * starts scripts through a shell, which survives npm: the shell's parent is watched, too.
 */
export function watchParent(gone) {
  if (process.platform === 'win32') return;
  if (process.env.npm_lifecycle_event === undefined && process.env.AMANAH_PARENT === undefined) return;
  const parent = process.ppid;
  const above = isShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (above === undefined || parentOf(parent) === above)) return;
    clearInterval(timer);
    gone();
  }, EVERY_MILLISECONDS);
  timer.unref();
}

function isShell(pid) {
  return /^-?(\S*\/)?(sh|dash|bash|zsh)$/.test(about(pid, 'comm'));
}

function parentOf(pid) {
  return Number(about(pid, 'ppid'));
}

/** After the last parenthesis of /proc/…/stat come the state and then the parent; the name may hold anything. */
function about(pid, column) {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
    if (column === 'comm') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return '';
  }
}
