import { spawn } from 'node:child_process';
import { commandLine, isAlive, stopProcess } from './processes.js';

const running = (script: string) => {
  const child = spawn(process.execPath, ['-e', script, 'amanah-marker'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const pid = child.pid ?? 0;
  return new Promise<number>((resolve) =>
    child.stdout.once('data', () => {
      resolve(pid);
    }),
  );
};

describe('processes', () => {
  it('knows a living process by its command line, and a dead one by its silence', async () => {
    const pid = await running('console.log(1); setInterval(() => 0, 1000)');
    expect(isAlive(pid)).toBe(true);
    expect(commandLine(pid)).toContain('amanah-marker');
    await stopProcess(pid, 'SIGTERM', 2000);
    expect(isAlive(pid)).toBe(false);
    expect(commandLine(pid)).toBe('');
  });

  it('insists when politeness does not help', async () => {
    const pid = await running('process.on("SIGTERM", () => 0); console.log(1); setInterval(() => 0, 1000)');
    await stopProcess(pid, 'SIGTERM', 200);
    expect(isAlive(pid)).toBe(false);
  });
});
