import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson, writeJson } from './json-file.js';
import { noteServer, stopLeftBehind } from './left-behind.js';
import { isAlive, stopProcess } from './processes.js';

const GONE = 2 ** 22 - 1;

const noted = (change: object) => {
  const parent = mkdtempSync(join(tmpdir(), 'amanah-left-'));
  const directory = mkdtempSync(join(parent, 'run-'));
  const pid = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { detached: true }).pid ?? 0;
  noteServer(directory, 'server', pid);
  const file = join(directory, 'server.server.json');
  writeJson(file, { ...(readJson(file) as object), ...change });
  return { parent, directory, pid };
};

describe('servers left behind', () => {
  it('are stopped once whoever started them is gone', async () => {
    const { parent, directory, pid } = noted({ owner: GONE });
    await stopLeftBehind(parent, 'run-');
    expect([isAlive(pid), existsSync(directory)]).toEqual([false, false]);
  });

  it.each([
    ['their owner lives', {}],
    ['the process is another by now', { owner: GONE, command: 'something else' }],
  ])('are left alone when %s', async (_why, change) => {
    const { parent, pid } = noted(change);
    await stopLeftBehind(parent, 'run-');
    expect(isAlive(pid)).toBe(true);
    await stopProcess(pid, 'SIGKILL', 1000);
  });
});
