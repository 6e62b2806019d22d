import { bootstrap, main } from './lib/bootstrap.mjs';
import { installGitHooks } from './lib/git-hooks.mjs';
import { watchParent } from './lib/parent.mjs';

/** `npm run dev`: the whole system, its code compiled and its processes replaced as it changes; stopped by Ctrl-C. */
await main(async () => {
  await bootstrap({ web: false });
  await installGitHooks();
  watchParent(() => process.kill(process.pid, 'SIGTERM'));
  const { develop } = await import('./lib/dev/develop.mjs');
  await develop();
});
