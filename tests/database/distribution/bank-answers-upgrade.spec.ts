import { createDataSource, migrate, rowsOf } from '#persistence';
import { Baseline1800000000000 } from '../../../libs/persistence/src/migrations/1800000000000-baseline.js';
import { emptyDatabase } from '../../support/servers/test-database.js';

/** An order with a file and a break, as they were kept before answers were. */
const A_FILE_BEFORE = `
  with person as (insert into officer (username, full_name, password_hash) values ('a', 'Made-up', '-') returning id
  ), policy as (
    insert into policy_version (programme, version, content_hash, parameters, loaded_at) values ('sembako', 1, '-', '[]', now()) returning id
  ), made as (
    insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
    select 'sembako', '2023-03', '{2023-03}', 'card', policy.id, 'open', '2023-03-01', person.id from policy, person returning id
  ), list as (
    insert into roster (period_id, city_code, version, state, created_at)
    select id, '32.75', 1, 'endorsed', now() from made returning id, period_id
  ), law as (
    insert into decree (period_id, city_code, version, roster_id, state, families, amount_rupiah, excluded, list_hash, created_at)
    select period_id, '32.75', 1, id, 'ratified', 1, 400000, '{}', '-', now() from list returning id, period_id
  ), asked as (
    insert into payment_order (period_id, city_code, decree_id, message_id, families, amount_rupiah, list_hash, state, created_at)
    select period_id, '32.75', id, 'AMN-0123456789ABCDEF0123', 1, 400000, '-', 'sent', now() from law returning id
  ), file as (
    insert into bank_file (order_id, name, kind, sha256, rows, summary, applied_at)
    select id, 'a', 'status', '-', 1, '{}', '2023-03-02T03:00:00Z' from asked returning id, order_id
  )
  insert into reconciliation_break (order_id, end_to_end_id, type, owner, due_on, state, opened_by, opened_at)
  select order_id, 'X', 'unmatched_external', 'bank', '2023-03-16', 'open', id, now() from file`;

test('files and breaks of before are kept: said when they were applied, of the first sending, still open', async () => {
  const database = await emptyDatabase();
  const earlier = createDataSource(database.url).setOptions({ migrations: [Baseline1800000000000] });
  await earlier.initialize();
  await earlier.runMigrations();
  await earlier.query(A_FILE_BEFORE);
  await earlier.destroy();
  await migrate(database.url);
  const source = await createDataSource(database.url).initialize();
  try {
    const rows = await rowsOf(
      source.manager,
      `select f.state, f.attempt, f.said_at = f.applied_at as "isSaidThen", o.attempt as sending, o.break_round as round,
              b.state as "breakState", b.proposed_round as proposed
         from bank_file f join payment_order o on o.id = f.order_id join reconciliation_break b on b.opened_by = f.id`,
    );
    expect(rows).toEqual([
      { state: 'applied', attempt: 1, isSaidThen: true, sending: 1, round: 1, breakState: 'open', proposed: null },
    ]);
  } finally {
    await source.destroy();
    await database.drop();
  }
});
