import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { duration, type Say } from '../system/say.js';
import { cacheDir } from './cache-dir.js';
import { isExecutable, runTool } from './run-tool.js';

export type SdkServer = 'dev-server' | 'time-skipping';

const PATIENCE_MILLISECONDS = 20_000;

const FACTORY: Record<SdkServer, string> = { 'dev-server': 'createLocal', 'time-skipping': 'createTimeSkipping' };

/** What the SDK downloaded before, if anything. */
export function sdkDownloaded(server: SdkServer): string | undefined {
  const directory = downloadDir(server);
  if (!existsSync(directory)) return undefined;
  const files = readdirSync(directory).map((name) => join(directory, name));
  return files.find((path) => !path.includes('.downloading') && statSync(path).isFile() && isExecutable(path));
}

/**
 * Lets Temporal's SDK download its server. It does so in a process of its own, because a download under way cannot be
 * called off: the process is killed when 20 seconds bring nothing new, as behind a firewall that drops packets.
 */
export async function sdkDownload(server: SdkServer, say: Say): Promise<string | undefined> {
  mkdirSync(downloadDir(server), { recursive: true });
  const started = Date.now();
  const doing = `Temporal (${server}): downloading`;
  say(doing);
  const stalled = new AbortController();
  const watch = watchProgress(downloadDir(server), stalled);
  try {
    await runTool({
      file: process.execPath,
      args: ['--input-type=module', '-e', script(server)],
      doing,
      say,
      signal: stalled.signal,
    });
    say(`Temporal (${server}): downloaded in ${duration(Date.now() - started)}`);
    return sdkDownloaded(server);
  } catch {
    say(`Temporal (${server}): cannot be downloaded here (${duration(Date.now() - started)})`);
    return undefined;
  } finally {
    clearInterval(watch);
  }
}

function downloadDir(server: SdkServer): string {
  return join(cacheDir(), 'sdk-1.24.0', server);
}

function script(server: SdkServer): string {
  const testing = pathToFileURL(createRequire(import.meta.url).resolve('@temporalio/testing')).href;
  const executable = JSON.stringify({ type: 'cached-download', downloadDir: downloadDir(server) });
  return `
    const { TestWorkflowEnvironment } = await import(${JSON.stringify(testing)});
    const environment = await TestWorkflowEnvironment.${FACTORY[server]}({ server: { executable: ${executable} } });
    await environment.teardown();`;
}

function watchProgress(directory: string, stalled: AbortController): NodeJS.Timeout {
  let seen = { bytes: 0, at: Date.now() };
  return setInterval(() => {
    const bytes = bytesIn(directory);
    if (bytes !== seen.bytes) seen = { bytes, at: Date.now() };
    else if (Date.now() - seen.at > PATIENCE_MILLISECONDS) stalled.abort();
  }, 500);
}

function bytesIn(directory: string): number {
  const sizes = readdirSync(directory).map((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.size);
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
