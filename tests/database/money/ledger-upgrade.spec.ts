import { ConservationRepository, createDataSource, migrate } from '#persistence';
import { Baseline1800000000000 } from '../../../libs/persistence/src/migrations/1800000000000-baseline.js';
import { emptyDatabase } from '../../support/servers/test-database.js';

/** A period whose quota of five went to two families of one kelurahan, posted as before kelurahan were allocated anything. */
const A_DECREE_BEFORE = `
  with person as (insert into officer (username, full_name, password_hash) values ('a', 'Made-up', '-') returning id
  ), policy as (
    insert into policy_version (programme, version, content_hash, parameters, loaded_at) values ('sembako', 1, '-', '[]', now()) returning id
  ), made as (
    insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
    select 'sembako', '2023-03', '{2023-03}', 'card', policy.id, 'open', '2023-03-01', person.id from policy, person returning id
  ), quota as (
    insert into allocation (period_id, city_code, quota_families, rupiah_per_family, amount_rupiah)
    select id, '32.75', 5, 400000, 2000000 from made
  ), moves as (
    insert into ledger_transaction (key, kind, period_id, city_code, posted_at)
    select kind, kind, made.id, '32.75', now() from made, unnest('{allocation,decree}'::text[]) kind returning id, kind
  ), posted as (
    insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
    select moves.id, p.account, p.place, p.families, p.families * 400000 from moves join (values
      ('allocation', 'appropriation', '32.75', -5), ('allocation', 'unallocated', '32.75', 5),
      ('decree', 'unallocated', '32.75', -2), ('decree', 'decreed', '32.75.02.1001', 2)
    ) p (kind, account, place, families) using (kind)
  ) select id from made`;

test('what was decreed before is allocated to its kelurahan, and no balance changes', async () => {
  const database = await emptyDatabase();
  const earlier = createDataSource(database.url).setOptions({ migrations: [Baseline1800000000000] });
  await earlier.initialize();
  await earlier.runMigrations();
  const [period] = await earlier.query<{ id: string }[]>(A_DECREE_BEFORE);
  await earlier.destroy();
  await migrate(database.url);
  const source = await createDataSource(database.url).initialize();
  try {
    const money = new ConservationRepository(source.manager);
    const kelurahan = await money.of(period?.id ?? '', '32.75.02.1001');
    expect(kelurahan).toMatchObject({
      allocated: { families: 2, amountRupiah: 800_000n },
      unallocated: { families: 0, amountRupiah: 0n },
    });
    const city = await money.of(period?.id ?? '', '32.75');
    expect(city).toMatchObject({
      allocated: { families: 5, amountRupiah: 2_000_000n },
      unallocated: { families: 3, amountRupiah: 1_200_000n },
    });
  } finally {
    await source.destroy();
    await database.drop();
  }
});
