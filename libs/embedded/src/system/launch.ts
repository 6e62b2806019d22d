import { spawn } from 'node:child_process';
import { RotatingLog } from './rotating-log.js';
import { isAlive, stopProcess } from './processes.js';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  readonly logFile: string;
  /** How this program likes to be asked to stop. */
  readonly stopSignal?: NodeJS.Signals;
  readonly stopGraceMilliseconds?: number;
}

export interface Launched {
  readonly pid: number;
  readonly command: Command;
  /** Resolves with the reason in words when the process is gone, for whatever reason. */
  readonly exited: Promise<string>;
  /** Stops the process, which gets its usual grace or this one; a repeat finds it gone. */
  stop(graceMilliseconds?: number): Promise<void>;
}

/**
 * Starts a process in a group of its own: Ctrl-C in the terminal then reaches only the supervisor,
 * which stops its children in the right order instead of all of them at once.
 */
export async function launch(command: Command): Promise<Launched> {
  const { file, args, env, cwd, uid, gid } = command;
  const child = spawn(file, args, {
    ...{ env: env ?? process.env, cwd, uid, gid },
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = new RotatingLog(command.logFile);
  log.follow(child.stdout);
  log.follow(child.stderr);
  child.once('close', () => {
    log.close();
  });
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, name) => {
      resolve(name ?? `exit code ${code ?? 'unknown'}`);
    });
  });
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      resolve(child.pid ?? 0);
    });
  });
  return { pid, command, exited, stop: (grace) => stop(pid, command, grace) };
}

async function stop(pid: number, command: Command, grace = command.stopGraceMilliseconds ?? 4500): Promise<void> {
  if (isAlive(pid)) await stopProcess(pid, command.stopSignal ?? 'SIGTERM', grace);
}
