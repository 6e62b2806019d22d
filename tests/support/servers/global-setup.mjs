import { Servers } from './servers.mjs';
import { suites } from './suites.mjs';

/** Called by jest for each suite. Under `npm test` the servers are there already; a bare `jest` starts them here. */
export default async function globalSetup(_config, project) {
  globalThis.amanahServers ??= new Servers();
  await globalThis.amanahServers.ensure(suites[project.displayName.name]);
}
