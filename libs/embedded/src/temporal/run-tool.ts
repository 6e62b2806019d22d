import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { duration, type Say } from '../system/say.js';

export interface Tool {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Told every half minute, because a silent minute looks like a hang. */
  readonly doing: string;
  readonly say: Say;
  /** Aborting kills the tool. */
  readonly signal?: AbortSignal;
}

/** Runs a tool to its end; throws with the end of its output when it fails. */
export async function runTool(tool: Tool): Promise<string> {
  const started = Date.now();
  const heartbeat = setInterval(() => {
    tool.say(`${tool.doing}: still at it after ${duration(Date.now() - started)}`);
  }, 30_000);
  try {
    return await outputOf(tool);
  } finally {
    clearInterval(heartbeat);
  }
}

function outputOf({ file, args, env, cwd, signal }: Tool): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      env: env ?? process.env,
      cwd,
      signal,
      killSignal: 'SIGKILL',
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-4000));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${file} failed: ${output.trim().split('\n').slice(-5).join('\n')}`));
    });
  });
}

/** The full path of a program on the PATH. */
export function onPath(program: string): string | undefined {
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program];
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '');
  return directories.flatMap((directory) => names.map((name) => join(directory, name))).find(isExecutable);
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
