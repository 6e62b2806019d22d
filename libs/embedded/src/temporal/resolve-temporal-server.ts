import { execFileSync } from 'node:child_process';
import { silent, type Say } from '../system/say.js';
import { builtTemporal, goInstallTemporal } from './go-install.js';
import { isExecutable, onPath } from './run-tool.js';
import { sdkDownload, sdkDownloaded } from './sdk-download.js';

/** A server somebody else runs, or a program to run one with. */
export type TemporalServer =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'executable'; readonly path: string; readonly origin: string };

const NO_WAY = `Temporal's server cannot be had on this machine. Do one of these and try again:
  - set TEMPORAL_ADDRESS to a running server (host:port);
  - put the \`temporal\` program on the PATH (https://docs.temporal.io/cli);
  - install Go, so that it can be built from source;
  - allow downloads from temporal.download.`;

/** Finds a Temporal server, from the cheapest way to the dearest. A repeat finds what the last one fetched or built. */
export async function resolveTemporalServer(say: Say = silent): Promise<TemporalServer> {
  const address = process.env['TEMPORAL_ADDRESS'];
  if (address) return { kind: 'address', address };
  const found = foundHere();
  if (found !== undefined) return found;
  const downloaded = await sdkDownload('dev-server', say);
  if (downloaded !== undefined) return executable(downloaded, "the SDK's download");
  const built = await goInstallTemporal(say);
  if (built !== undefined) return executable(built, 'built from source');
  throw new Error(NO_WAY);
}

function foundHere(): TemporalServer | undefined {
  const installed = onPath('temporal');
  if (installed !== undefined && isTemporal(installed)) return executable(installed, 'found on the PATH');
  if (isExecutable(builtTemporal())) return executable(builtTemporal(), 'found in the cache');
  const downloaded = sdkDownloaded('dev-server');
  return downloaded === undefined ? undefined : executable(downloaded, 'found in the cache');
}

function executable(path: string, origin: string): TemporalServer {
  return { kind: 'executable', path, origin };
}

/** Other programs are called temporal, too. */
function isTemporal(path: string): boolean {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 5000 }).startsWith('temporal version');
  } catch {
    return false;
  }
}
