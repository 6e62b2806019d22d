import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../../scripts/lib/build.mjs';

const PREFIX = 'amanah-test-';

/**
 * The real servers of a test run, each started when the first suite asks for it and told to the specs by environment:
 * AMANAH_TEST_POSTGRES (administrator's address), AMANAH_TEST_TEMPORAL (host:port), TEMPORAL_TEST_SERVER (executable),
 * AMANAH_TEST_BUILT, AMANAH_TEST_SYSTEM (run file of a whole system). What is set already was started by somebody else and is left alone.
 */
export class Servers {
  #stops = [];
  #directory = undefined;
  #embedded = undefined;

  async ensure(needs) {
    if (needs.includes('postgres')) await this.#once('AMANAH_TEST_POSTGRES', () => this.#postgres());
    if (needs.includes('test-server')) await this.#once('TEMPORAL_TEST_SERVER', () => this.#testServer());
    if (needs.includes('temporal')) await this.#once('AMANAH_TEST_TEMPORAL', () => this.#temporal());
    if (needs.includes('built')) await this.#once('AMANAH_TEST_BUILT', () => this.#built());
    if (needs.includes('system')) await this.#once('AMANAH_TEST_SYSTEM', () => this.#system());
  }

  async stop() {
    await Promise.all(this.#stops.splice(0).map((stop) => stop()));
    if (this.#directory !== undefined) rmSync(this.#directory, { recursive: true, force: true });
  }

  async #once(variable, start) {
    process.env[variable] ??= await start();
  }

  /** Without fsync: a test run that loses its database to a power cut is simply run again. */
  async #postgres() {
    const { startPostgres, freePort } = await this.#library();
    const port = await freePort(54_400);
    const dataDir = join(this.#workspace(), 'postgres');
    const server = await startPostgres({
      dataDir,
      port,
      password: 'test',
      database: 'amanah',
      unsafeButFast: true,
      maxConnections: 300,
    });
    this.#keep('postgres', server);
    return server.url;
  }

  async #temporal() {
    const { startTemporal, freePort } = await this.#library();
    const port = await freePort(17_233);
    const server = await startTemporal({
      executable: await this.#executable(),
      port,
      logFile: join(this.#workspace(), 'temporal.log'),
      // Low enough that a spec can grow a history past it.
      limits: { 'limit.historyCount.suggestContinueAsNew': '300' },
    });
    this.#keep('temporal', server);
    return server.address;
  }

  /** `npm start` in a test finds the same program instead of looking for one again. */
  async #executable() {
    const { resolveTemporalServer } = await this.#library();
    const found = await resolveTemporalServer(console.log);
    if (found.kind === 'address') throw new Error('tests start their own Temporal: unset TEMPORAL_ADDRESS');
    return found.path;
  }

  async #testServer() {
    const { resolveTestServer } = await this.#library();
    return resolveTestServer(console.log);
  }

  /** Whole systems run what is built, the web too, and have no time to get Temporal's server first. */
  async #built() {
    await build();
    await this.#executable();
    return 'yes';
  }

  /** One system for all specs of a suite, as `npm start` runs it. */
  async #system() {
    await this.ensure(['built']);
    const { testSystem } = await import('./test-system.ts');
    const system = await testSystem();
    this.#stops.push(() => system.stop());
    for (const [name, pid] of Object.entries(system.run().pids))
      this.#embedded.noteServer(this.#workspace(), `system-${name}`, pid);
    return system.runFile;
  }

  /** A type error anywhere else fails `verify` and the suites of whole systems, but keeps no database spec from running. */
  async #library() {
    if (this.#embedded === undefined) {
      await build({ web: false }).catch((error) => console.error(error.message.split('\n').slice(0, 5).join('\n')));
      this.#embedded = await import('../../../dist/libs/embedded/src/index.js');
      await this.#embedded.stopLeftBehind(tmpdir(), PREFIX);
    }
    return this.#embedded;
  }

  /** A run that is killed cannot stop its servers; the next run finds them by these notes. */
  #keep(name, server) {
    this.#embedded.noteServer(this.#workspace(), name, server.pid);
    this.#stops.push(() => server.stop());
  }

  #workspace() {
    this.#directory ??= mkdtempSync(join(tmpdir(), PREFIX));
    return this.#directory;
  }
}
