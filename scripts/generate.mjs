import { writeFileSync } from 'node:fs';
import { bootstrap, main } from './lib/bootstrap.mjs';
import { inProject } from './lib/project.mjs';
import { withMigratedDatabase } from './lib/migrated-database.mjs';
import { capture } from './lib/run.mjs';

const OPENAPI = 'apps/api/openapi.json';
const TYPES = 'apps/web/src/api/generated.ts';
const SCHEMA = 'libs/persistence/schema.sql';

/** `npm run generate`: writes the API's description from its code, the web's types from the description, the schema from the migrations. */
await main(async () => {
  await bootstrap();
  await step('dist/apps/api/src/write-openapi.js');
  await step('node_modules/openapi-typescript/bin/cli.js', OPENAPI, '-o', TYPES);
  const { describeSchema } = await import('../dist/libs/persistence/src/index.js');
  await withMigratedDatabase(async ({ manager }) => {
    writeFileSync(inProject(SCHEMA), await describeSchema(manager));
  });
  console.log(`Wrote ${OPENAPI}, ${TYPES} and ${SCHEMA}`);
});

async function step(script, ...args) {
  const { code, output } = await capture(process.execPath, [inProject(script), ...args]);
  if (code !== 0) throw new Error(`${script} failed:\n${output}`);
}
