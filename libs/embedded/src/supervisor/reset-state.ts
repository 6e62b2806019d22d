import { rmSync } from 'node:fs';
import type { Say } from '../system/say.js';
import { releaseLock, takeLock } from './lock.js';
import { stopOrphans } from './orphans.js';
import { Places } from './places.js';

/** Deletes everything a system kept on this machine. Refuses while it runs; a repeat finds nothing. */
export async function resetState(say: Say): Promise<void> {
  const places = new Places();
  takeLock(places);
  await stopOrphans(places, say);
  rmSync(places.state, { recursive: true, force: true });
  releaseLock(places);
  say(`Removed ${places.state}`);
}
