import { bootstrap, main } from './lib/bootstrap.mjs';
import { watchParent } from './lib/parent.mjs';

/** `npm start`: from a fresh clone to a running system, stopped by Ctrl-C. */
await main(async () => {
  await bootstrap();
  watchParent(() => process.kill(process.pid, 'SIGTERM'));
  await import('../dist/libs/embedded/src/supervisor/main.js');
});
