import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { duration, type Say } from '../system/say.js';
import { cacheDir } from './cache-dir.js';
import { onPath, runTool } from './run-tool.js';

/** Later versions carry a `replace` in go.mod, which `go install` refuses. */
const VERSION = '1.5.1';
const PACKAGE = `github.com/temporalio/cli/cmd/temporal@v${VERSION}`;

const program = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/** Where the executable built from source is kept. */
export function builtTemporal(): string {
  return join(cacheDir(), `temporal-cli-${VERSION}`, program);
}

/** Builds Temporal's server from source with Go: minutes, but once per user. Undefined when there is no Go here. */
export async function goInstallTemporal(say: Say): Promise<string | undefined> {
  const go = onPath('go');
  if (go === undefined) return undefined;
  const started = Date.now();
  const doing = `Temporal: building ${VERSION} from source with Go (about 4 minutes, once)`;
  say(doing);
  mkdirSync(cacheDir(), { recursive: true });
  const workshop = mkdtempSync(join(cacheDir(), 'building-'));
  try {
    const env = { ...process.env, GOBIN: workshop };
    await runTool({ file: go, args: ['install', '-ldflags=-s -w', PACKAGE], env, doing, say });
    mkdirSync(join(builtTemporal(), '..'), { recursive: true });
    renameSync(join(workshop, program), builtTemporal());
    say(`Temporal: built in ${duration(Date.now() - started)}`);
    return builtTemporal();
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
