import { join } from 'node:path';
import { AmanahSystem, duration, Places } from '../../../dist/libs/embedded/src/index.js';
import { writeWorkflowBundle } from '../../../dist/libs/temporal/src/index.js';
import { compileOnChange } from './compile-on-change.mjs';
import { Replacement } from './replacement.mjs';
import { serveWeb } from './serve-web.mjs';

/** Starts everything and returns; what it started lives until a signal. Throws when the system does not come up. */
export async function develop() {
  // What was compiled once starts faster the next time, and debuggers may be attached at any moment.
  process.env.NODE_COMPILE_CACHE ??= join(new Places().state, 'compile-cache');
  process.env.AMANAH_INSPECT ??= '1';
  const started = Date.now();
  const system = new AmanahSystem(console.log);
  const running = [system];
  stopOnSignals(running);
  try {
    const run = await system.start();
    const replacement = new Replacement(system, writeWorkflowBundle, console.log);
    running.unshift(compileOnChange((files) => void replacement.of(files)));
    const web = await serveWeb(run.url);
    running.unshift(web);
    console.log(`\nAmanah is running at ${web.url} (started in ${duration(Date.now() - started)})`);
    console.log(`API: ${run.url}/api/docs   Workflows: ${run.temporalUi ?? run.temporalAddress}`);
    console.log('Debuggers: API 9229, worker 9230. Stop with Ctrl-C.');
    // The first bundle loads the bundler; made now, it is not waited for at the first change.
    void replacement.bundle();
  } catch (error) {
    await stopAll(running);
    throw error;
  }
}

/** One Ctrl-C arrives twice, from the terminal and from npm: the second must not end us in the middle of stopping. */
function stopOnSignals(running) {
  let stopping = false;
  process.stdout.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      console.log(`Stopping (${signal})`);
      void stopAll(running).then(() => process.exit(0));
    });
  }
}

async function stopAll(running) {
  for (const one of running) await one.stop();
}
