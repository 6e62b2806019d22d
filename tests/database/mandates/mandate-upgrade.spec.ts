import { createDataSource, migrate, rowOf, rowsOf } from '#persistence';
import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../../libs/persistence/src/migrations/index.js';
import { emptyDatabase } from '../../support/servers/test-database.js';

/** The schema as it was before mandates had slices, with two cities: one has decreed, one has refused its mandate. */
async function anEarlierDatabase(url: string): Promise<void> {
  const source = createDataSource(url);
  source.setOptions({ migrations: MIGRATIONS.slice(0, 2) });
  await source.initialize();
  await source.runMigrations();
  await fill(source);
  await source.destroy();
}

async function fill({ manager }: DataSource): Promise<void> {
  const idOf = async (sql: string, parameters: unknown[] = []): Promise<string> =>
    (await rowOf<{ id: string }>(manager, `${sql} returning id`, parameters))?.id ?? '';
  const officer = await idOf(`insert into officer (username, full_name, password_hash) values ('a', 'Made-up', '-')`);
  const office = await idOf(`insert into office (name, level, territory_code) values ('Kantor', 'city', '32.75')`);
  const policy = await idOf(
    `insert into policy_version (programme, version, content_hash, parameters, loaded_at) values ('sembako', 1, '-', '[]', now())`,
  );
  const period = await idOf(
    `insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
     values ('sembako', '2023-1', '{2023-01}', 'card', $1, 'open', '2023-01-01', $2)`,
    [policy, officer],
  );
  for (const [city, state] of [
    ['32.75', 'accepted'],
    ['32.76', 'returned'],
  ]) {
    await idOf(
      `insert into mandate (kind, period_id, grantor_office_id, grantee_office_id, territory_code, powers,
                            ceiling_families, ceiling_rupiah, valid_from, valid_to, state)
       values ('delegation', $1, $2, $2, $3, '{roster}', 100, 40000000, '2023-01-01', '2023-12-31', $4)`,
      [period, office, city, state],
    );
  }
  const roster = await idOf(
    `insert into roster (period_id, city_code, version, state, created_at) values ($1, '32.75', 1, 'closed', now())`,
    [period],
  );
  await idOf(
    `insert into decree (period_id, city_code, roster_id, version, state, families, amount_rupiah, excluded, list_hash,
                         created_at, ratified_at)
     values ($1, '32.75', $2, 1, 'ratified', 30, 12000000, '{}', '-', now(), '2023-02-01T01:00:00Z')`,
    [period, roster],
  );
}

test('what was decreed before counts as used, and a refusal is called one', async () => {
  const database = await emptyDatabase();
  await anEarlierDatabase(database.url);
  await migrate(database.url);
  const source = await createDataSource(database.url).initialize();
  try {
    const rows = await rowsOf(
      source.manager,
      `select m.territory_code as city, m.state, b.used_families as used, b.left_families as left,
              b.left_rupiah::text as "leftRupiah"
         from mandate m join mandate_balance b on b.mandate_id = m.id order by 1`,
    );
    expect(rows).toEqual([
      { city: '32.75', state: 'accepted', used: 30, left: 70, leftRupiah: '28000000' },
      { city: '32.76', state: 'refused', used: 0, left: 100, leftRupiah: '40000000' },
    ]);
    const [use] = await rowsOf<{ key: string }>(source.manager, `select key from mandate_event where event = 'used'`);
    expect(use?.key).toMatch(/^decree:[\da-f-]{36}$/);
  } finally {
    await source.destroy();
    await database.drop();
  }
});
