import { readFileSync } from 'node:fs';
import { createDataSource, describeSchema, migrate } from '#persistence';
import { emptyDatabase } from '../../support/servers/test-database.js';

test('the migrations make exactly what the entities describe, and what schema.sql shows', async () => {
  const database = await emptyDatabase();
  await migrate(database.url);
  const source = await createDataSource(database.url).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    // `npm run generate` writes it.
    expect(await describeSchema(source.manager)).toBe(readFileSync('libs/persistence/schema.sql', 'utf8'));
  } finally {
    await source.destroy();
    await database.drop();
  }
});

test('migrating again, and twice at once, changes nothing', async () => {
  const database = await emptyDatabase();
  try {
    const applied = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(applied.map((names) => names.length).sort()).toEqual([0, expect.any(Number)]);
    await expect(migrate(database.url)).resolves.toEqual([]);
  } finally {
    await database.drop();
  }
});

test('migrations run in the order of their names, so that a database of any age goes the same way', async () => {
  const database = await emptyDatabase();
  try {
    const names = await migrate(database.url);
    const stamps = names.map((name) => Number(/\d+$/.exec(name)?.[0]));
    expect(stamps).toEqual(stamps.toSorted((one, other) => one - other));
  } finally {
    await database.drop();
  }
});
