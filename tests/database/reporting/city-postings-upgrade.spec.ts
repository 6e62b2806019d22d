import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

/** Three families decreed in two kelurahan, late in the evening of Jakarta, before sums of cities were kept. */
const POSTED_BEFORE = `
  with person as (insert into officer (username, full_name, password_hash) values ('a', 'Made-up', '-') returning id
  ), policy as (
    insert into policy_version (programme, version, content_hash, parameters, loaded_at) values ('sembako', 1, '-', '[]', now()) returning id
  ), made as (
    insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
    select 'sembako', '2023-03', '{2023-03}', 'card', policy.id, 'open', '2023-03-01', person.id from policy, person returning id
  ), moves as (
    insert into ledger_transaction (key, kind, period_id, city_code, posted_at)
    select kind, kind, made.id, '32.75', '2023-03-02T00:30:00+07:00' from made, unnest('{allocation,decree}'::text[]) kind returning id, kind
  ) insert into posting (transaction_id, account, territory_code, families, amount_rupiah)
    select moves.id, p.account, p.place, p.families, p.families * 400000 from moves join (values
      ('allocation', 'appropriation', '32.75', -5), ('allocation', 'unallocated', '32.75', 5),
      ('decree', 'unallocated', '32.75', -3), ('decree', 'unallocated', '32.75.02.1001', 2), ('decree', 'unallocated', '32.75.03.1001', 1),
      ('decree', 'unallocated', '32.75.02.1001', -2), ('decree', 'unallocated', '32.75.03.1001', -1),
      ('decree', 'decreed', '32.75.02.1001', 2), ('decree', 'decreed', '32.75.03.1001', 1)
    ) p (kind, account, place, families) using (kind)`;

test('what was posted before is summed by city, movement by movement and on its day in Jakarta', () =>
  upgraded('CityPostings', [POSTED_BEFORE], async ({ manager }) => {
    const sums = await rowsOf(
      manager,
      `select t.kind, c.account, c.families, c.amount_rupiah::text as rupiah, c.city_code as city, c.posted_on::text as on
         from city_posting c join ledger_transaction t on t.id = c.transaction_id order by 1, 2`,
    );
    const of = (kind: string, account: string, families: number) => ({
      ...{ kind, account, families, rupiah: String(families * 400_000), city: '32.75', on: '2023-03-02' },
    });
    expect(sums).toEqual([
      of('allocation', 'appropriation', -5),
      of('allocation', 'unallocated', 5),
      of('decree', 'decreed', 3),
      of('decree', 'unallocated', -3),
    ]);
  }));
