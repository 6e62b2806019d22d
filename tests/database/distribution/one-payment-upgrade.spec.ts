import { createDataSource, migrate, rowsOf } from '#persistence';
import { MIGRATIONS } from '../../../libs/persistence/src/migrations/index.js';
import { OnePaymentAMonth1800000400000 } from '../../../libs/persistence/src/migrations/1800000400000-one-payment-a-month.js';
import { emptyDatabase } from '../../support/servers/test-database.js';

/** A mandate of before with one use, without the rows around it. */
const A_USE_BEFORE = `
  with given as (
    insert into mandate (kind, period_id, territory_code, grantor_office_id, grantee_office_id, powers, state, ceiling_families,
                         ceiling_rupiah, valid_from, valid_to)
    select 'mandate', gen_random_uuid(), '32.75', gen_random_uuid(), gen_random_uuid(), '{}', 'accepted', 10, 4000000,
           '2023-03-01', '2023-12-31' returning id
  ) insert into mandate_event (mandate_id, event, families, amount_rupiah, key, occurred_at)
    select id, 'used', 4, 1600000, 'decree:a', now() from given`;

test('what was drawn before stays drawn', async () => {
  const database = await emptyDatabase();
  const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(OnePaymentAMonth1800000400000));
  const earlier = createDataSource(database.url).setOptions({ migrations: before });
  await earlier.initialize();
  await earlier.runMigrations();
  await earlier.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    await manager.query(A_USE_BEFORE);
  });
  await earlier.destroy();
  await migrate(database.url);
  const source = await createDataSource(database.url).initialize();
  try {
    const rows = await rowsOf(
      source.manager,
      'select used_families as used, left_families as left from mandate_balance',
    );
    expect(rows).toEqual([{ used: 4, left: 6 }]);
  } finally {
    await source.destroy();
    await database.drop();
  }
});
