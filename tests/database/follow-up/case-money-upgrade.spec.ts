import { createDataSource, migrate, rowsOf } from '#persistence';
import { CaseMoney1800000300000 } from '../../../libs/persistence/src/migrations/1800000300000-case-money.js';
import { MIGRATIONS } from '../../../libs/persistence/src/migrations/index.js';
import { emptyDatabase } from '../../support/servers/test-database.js';

/** A case as it was kept before, without the rows around it. */
const A_CASE_BEFORE = `
  insert into follow_up_case (entitlement_id, period_id, city_code, kelurahan_code, kpm_code, amount_rupiah, desk_workflow_id,
                              state, outcome, deadline_on)
  values (1, gen_random_uuid(), '32.75', '32.75.01.1001', 'KPM-1', 400000, 'desk', 'decided', 'keeps_money', '2023-06-25')`;

test('cases of before keep what was decided of them', async () => {
  const database = await emptyDatabase();
  const before = MIGRATIONS.slice(0, MIGRATIONS.indexOf(CaseMoney1800000300000));
  const earlier = createDataSource(database.url).setOptions({ migrations: before });
  await earlier.initialize();
  await earlier.runMigrations();
  await earlier.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    await manager.query(A_CASE_BEFORE);
  });
  await earlier.destroy();
  await migrate(database.url);
  const source = await createDataSource(database.url).initialize();
  try {
    const rows = await rowsOf(source.manager, 'select state, outcome from follow_up_case');
    expect(rows).toEqual([{ state: 'decided', outcome: 'keeps_money' }]);
  } finally {
    await source.destroy();
    await database.drop();
  }
});
