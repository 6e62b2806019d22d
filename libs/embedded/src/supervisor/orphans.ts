import { commandLine, isAlive, stopProcess } from '../system/processes.js';
import type { Say } from '../system/say.js';
import type { Places } from './places.js';
import { readRunFile, removeRunFile } from './run-file.js';

/**
 * Stops the children a killed supervisor left behind. A process is ours only if its command line names this clone's
 * programs or this state directory; any other process that has since been given the same id is left alone.
 */
export async function stopOrphans(places: Places, say: Say): Promise<void> {
  const pids = Object.entries(readRunFile(places)?.pids ?? {});
  const orphans = pids.filter(([, pid]) => isOurs(pid, places));
  if (orphans.length > 0) say(`Cleaning up after an interrupted start: ${orphans.map(([name]) => name).join(', ')}`);
  await Promise.all(orphans.map(([name, pid]) => stopProcess(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 3000)));
  removeRunFile(places);
}

function isOurs(pid: number, places: Places): boolean {
  if (pid === process.pid || !isAlive(pid)) return false;
  const command = commandLine(pid);
  return command.includes(places.state) || command.includes(places.apps());
}
