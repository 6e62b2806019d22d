import { createDataSource, migrate, rowsOf } from '#persistence';
import { MIGRATIONS } from '../../../libs/persistence/src/migrations/index.js';
import { emptyDatabase } from '../../support/servers/test-database.js';

const BEFORE = MIGRATIONS.filter(({ name }) => Number(name.slice(-13)) < 1_700_000_000_060);

test('offices get the kind that their tier and their officers say, and appointments stay as they are', async () => {
  const database = await emptyDatabase();
  const earlier = createDataSource(database.url);
  earlier.setOptions({ migrations: BEFORE });
  await earlier.initialize();
  await earlier.runMigrations();
  await earlier.query(
    `with offices as (
       insert into office (name, level, territory_code)
       values ('A bank', 'nation', 'ID'), ('B ministry', 'nation', 'ID'), ('C ward', 'kelurahan', '32.75.02.1002')
       returning id, name
     ), person as (
       insert into officer (username, full_name, password_hash) values ('a', 'Made-up', '-') returning id
     )
     insert into appointment (officer_id, office_id, role, valid_from)
     select person.id, offices.id, 'bank_officer', '2020-01-01' from person, offices where offices.name = 'A bank'`,
  );
  await earlier.destroy();
  await migrate(database.url);
  const source = await createDataSource(database.url).initialize();
  try {
    expect(await rowsOf(source.manager, 'select name, kind from office order by name')).toEqual([
      { name: 'A bank', kind: 'bank' },
      { name: 'B ministry', kind: 'ministry' },
      { name: 'C ward', kind: 'kelurahan' },
    ]);
    expect(await rowsOf(source.manager, 'select role, created_by as by, ended_at as ended from appointment')).toEqual([
      { role: 'bank_officer', by: null, ended: null },
    ]);
  } finally {
    await source.destroy();
    await database.drop();
  }
});
