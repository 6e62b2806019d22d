import { bootstrap, main } from './lib/bootstrap.mjs';
import { check } from './lib/checks.mjs';

/** `npm run verify`: everything a change must pass, the quick things first. */
await main(async () => {
  await bootstrap({ built: false });
  if (!(await check())) return void (process.exitCode = 1);
  const { runSuites } = await import('./lib/suites.mjs');
  process.exitCode = await runSuites([]);
});
