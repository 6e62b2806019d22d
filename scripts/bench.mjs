import { bootstrap, main } from './lib/bootstrap.mjs';
import { inProject } from './lib/project.mjs';
import { run } from './lib/run.mjs';

/** `npm run bench [-- name …]`: what the system does, as a ratio to a limit measured in the same run. */
await main(async () => {
  await bootstrap();
  process.exitCode = await run(process.execPath, [inProject('dist', 'bench', 'main.js'), ...process.argv.slice(2)]);
});
