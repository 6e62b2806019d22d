import { homedir } from 'node:os';
import { join } from 'node:path';

/** The user's own cache: what was fetched or built once serves every clone of the project. */
export function cacheDir(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  return join(usersCache(env, platform), 'amanah');
}

function usersCache(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  return join(homedir(), '.cache');
}
