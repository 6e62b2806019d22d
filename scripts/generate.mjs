import { bootstrap, main } from './lib/bootstrap.mjs';
import { inProject } from './lib/project.mjs';
import { capture } from './lib/run.mjs';

const OPENAPI = 'apps/api/openapi.json';
const TYPES = 'apps/web/src/api/generated.ts';

/** `npm run generate`: writes the API's description from its code, then the web's types from the description. */
await main(async () => {
  await bootstrap();
  await step('dist/apps/api/src/write-openapi.js');
  await step('node_modules/openapi-typescript/bin/cli.js', OPENAPI, '-o', TYPES);
  console.log(`Wrote ${OPENAPI} and ${TYPES}`);
});

async function step(script, ...args) {
  const { code, output } = await capture(process.execPath, [inProject(script), ...args]);
  if (code !== 0) throw new Error(`${script} failed:\n${output}`);
}
