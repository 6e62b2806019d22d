import { bootstrap, main } from './lib/bootstrap.mjs';

/** `npm test -- [suite …] [jest arguments]`: all suites, or those named, in their fixed order. */
await main(async () => {
  await bootstrap({ built: false });
  const { runSuites } = await import('./lib/suites.mjs');
  process.exitCode = await runSuites(process.argv.slice(2));
});
