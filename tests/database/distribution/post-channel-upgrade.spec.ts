import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const BEFORE = [
  `insert into officer (username, full_name, password_hash) values ('p', 'P', '-')`,
  `insert into policy_version (programme, version, content_hash, parameters, loaded_at) values ('sembako', 1, 'hash', '[]', now())`,
  `insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
   select 'sembako', code, array[code], channel, (select id from policy_version), 'open', '2023-03-06', (select id from officer)
     from (values ('2023-03', 'card'), ('2023-04-pos', 'post')) one(code, channel)`,
  `insert into roster (period_id, city_code, version, state, created_at) select id, '32.75', 1, 'endorsed', now() from period`,
  `insert into decree (period_id, city_code, version, roster_id, families, amount_rupiah, excluded, list_hash, state, created_at)
   select period_id, '32.75', 1, id, 1, 400000, '{}', 'hash', 'ratified', now() from roster`,
  `insert into payment_order (id, period_id, city_code, decree_id, message_id, families, amount_rupiah, list_hash, state, created_at)
   select id, period_id, '32.75', id, 'AMN-' || id, 1, 400000, 'hash', 'settled', now() from decree`,
];

test('orders of before go the way of their period', () =>
  upgraded('PostChannel', BEFORE, async ({ manager }) => {
    const found = await rowsOf(
      manager,
      'select p.code, o.channel from payment_order o join period p on p.id = o.period_id order by p.code',
    );
    expect(found).toEqual([
      { code: '2023-03', channel: 'card' },
      { code: '2023-04-pos', channel: 'post' },
    ]);
  }));
