import { bootstrap, main } from './lib/bootstrap.mjs';
import { check } from './lib/checks.mjs';

/** `npm run check`: what of `npm run verify` needs no server; CI runs it before the tests. */
await main(async () => {
  await bootstrap({ built: false });
  process.exitCode = (await check()) ? 0 : 1;
});
