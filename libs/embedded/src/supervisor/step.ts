import { launch, type Launched } from '../system/launch.js';
import { tail } from '../system/tail.js';
import type { Places } from './places.js';

/** Runs one command of our own to its end, as migrations are; its failure ends the start with the command's words. */
export async function runStep(
  command: string,
  places: Places,
  environment: Record<string, string>,
  started: (launched: Launched) => void,
): Promise<void> {
  const logFile = places.log(command);
  const launched = await launch({
    file: process.execPath,
    args: ['--enable-source-maps', places.app('cli'), command],
    env: { ...process.env, ...environment },
    cwd: places.project,
    logFile,
  });
  started(launched);
  const reason = await launched.exited;
  if (reason !== 'exit code 0')
    throw new Error(`${command} ended with ${reason}; its log ends with:\n${tail(logFile, 15)}`);
}
