import { Servers } from './servers.mjs';
import { suites } from './suites.mjs';

/**
 * Under `npm test` the servers are there already; a bare `jest` starts them here. Jest calls a setup shared by several
 * projects once, for one of them, so the suites asked for are read from the command line.
 */
export default async function globalSetup() {
  const named = Object.keys(suites).filter((name) => process.argv.includes(name));
  const wanted = named.length > 0 ? named : Object.keys(suites);
  globalThis.amanahServers = new Servers();
  await globalThis.amanahServers.ensure(wanted.flatMap((name) => suites[name]));
}
