import { bootstrap, main } from './lib/bootstrap.mjs';
import { withMigratedDatabase } from './lib/migrated-database.mjs';

/** `npm run migration:draft`: prints the SQL that would bring the migrated schema to the entities: the next migration's draft. */
await main(async () => {
  await bootstrap();
  await withMigratedDatabase(async (database) => {
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    for (const { query } of upQueries) console.log(`${query};`);
  });
});
