import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive, stopProcess } from '../system/processes.js';
import { silent, type Say } from '../system/say.js';

/**
 * Clears what a killed start left behind. A server that still runs on our directory is stopped the fast way, which
 * loses nothing committed; a pid file whose process is gone, or is by now somebody else's, is removed.
 */
export async function clearStaleServer(dataDir: string, say: Say = silent): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (pid > 0 && isAlive(pid) && servesDirectory(commandLine(pid), dataDir)) {
    say(`PostgreSQL: stopping the server an interrupted start left behind (process ${pid})`);
    await stopProcess(pid, 'SIGINT', 4000);
  }
  rmSync(pidFile, { force: true });
}

function servesDirectory(command: string, dataDir: string): boolean {
  return command.includes('postgres') && (command.includes(dataDir) || command.includes(realpathSync(dataDir)));
}
