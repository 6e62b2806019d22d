import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../system/launch.js';
import { isAlive } from '../system/processes.js';
import { waitUntil } from '../system/wait-until.js';
import { Supervised } from './supervised.js';

const logFile = join(mkdtempSync(join(tmpdir(), 'amanah-supervised-')), 'child.log');

const supervise = (script: string, ready: () => Promise<void> = () => Promise.resolve()) => {
  const pids: number[] = [];
  const said: string[] = [];
  const service = {
    name: 'child',
    launch: () => launch({ file: process.execPath, args: ['-e', script], logFile }),
    ready,
  };
  const supervised = new Supervised(
    service,
    (line) => said.push(line),
    (_name, pid) => pids.push(pid),
  );
  return { supervised, pids, said };
};

const patience = { what: 'it', milliseconds: 5000, every: 20 };

describe('a supervised process', () => {
  it('comes back after it was killed, and stays away once it was stopped', async () => {
    const { supervised, pids, said } = supervise('setInterval(() => 0, 1000)');
    await supervised.start();
    process.kill(pids[0] ?? 0, 'SIGKILL');
    await waitUntil(() => pids.length === 2, patience);
    expect(said[0]).toBe('child: ended with SIGKILL; starting it again in 0.1 s');
    await supervised.stop();
    expect(isAlive(pids[1] ?? 0)).toBe(false);
    expect(pids).toHaveLength(2);
  });

  it('is replaced at once, also while it waits to be started again', async () => {
    const { supervised, pids, said } = supervise('setInterval(() => 0, 1000)');
    await supervised.start();
    await supervised.replace();
    await waitUntil(() => pids.length === 2, patience);
    expect(isAlive(pids[0] ?? 0)).toBe(false);
    expect(said.filter((line) => line.includes('starting it again'))).toEqual([]);
    for (const deaths of [1, 2, 3, 4]) {
      process.kill(pids.at(-1) ?? 0, 'SIGKILL');
      await waitUntil(() => said.filter((line) => line.includes('starting it again')).length === deaths, patience);
      if (deaths < 4) await waitUntil(() => pids.length === 2 + deaths, patience);
    }
    const waiting = Date.now();
    await supervised.replace();
    await waitUntil(() => pids.length === 6, patience);
    expect(Date.now() - waiting).toBeLessThan(1500);
    await supervised.stop();
  });

  it('says why the first start failed instead of trying for ever', async () => {
    const { supervised } = supervise('', () => Promise.reject(new Error('no such database')));
    await expect(supervised.start()).rejects.toThrow('no such database');
    await supervised.stop();
  });
});
