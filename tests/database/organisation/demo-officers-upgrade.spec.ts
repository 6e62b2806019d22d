import { createDataSource, migrate, OfficerRepository } from '#persistence';
import { MIGRATIONS } from '../../../libs/persistence/src/migrations/index.js';
import { emptyDatabase } from '../../support/servers/test-database.js';

test('the made-up people of an earlier sandbox are known by the hash they share; people of a programme are not', async () => {
  const database = await emptyDatabase();
  const before = MIGRATIONS.slice(
    0,
    MIGRATIONS.findIndex(({ name }) => name.startsWith('DemoOfficers')),
  );
  const earlier = createDataSource(database.url).setOptions({ migrations: before });
  await earlier.initialize();
  await earlier.runMigrations();
  await earlier.query(
    `insert into officer (username, full_name, password_hash)
     values ('ppk', 'a', 'one'), ('kpa', 'b', 'one'), ('ani', 'c', 'other'), ('budi', 'd', ''), ('cici', 'e', '')`,
  );
  await earlier.destroy();
  await migrate(database.url);
  const source = await createDataSource(database.url).initialize();
  try {
    expect(await source.query('select username from officer where is_demo order by 1')).toEqual([
      { username: 'kpa' },
      { username: 'ppk' },
    ]);
    expect(await new OfficerRepository(source.manager).hasDemo()).toBe(true);
  } finally {
    await source.destroy();
    await database.drop();
  }
});
