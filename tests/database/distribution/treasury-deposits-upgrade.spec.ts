import { rowOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const A_RETURN = `
  with maker as (insert into officer (username, full_name, password_hash) values ('p', 'P', '-') returning id),
  rules as (insert into policy_version (programme, version, content_hash, parameters, loaded_at)
            values ('sembako', 1, 'hash', '[]', now()) returning id),
  made as (insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
           select 'sembako', '2023-03', '{2023-03,2023-04}', 'card', rules.id, 'open', '2023-03-06', maker.id
             from rules, maker returning id),
  listed as (insert into roster (period_id, city_code, version, state, created_at)
             select id, '32.75', 1, 'endorsed', now() from made returning id, period_id),
  decreed as (insert into decree (period_id, city_code, version, roster_id, families, amount_rupiah, excluded, list_hash, state, created_at)
              select period_id, '32.75', 1, id, 2, 800000, '{}', 'hash', 'ratified', now() from listed returning id, period_id),
  ordered as (insert into payment_order (period_id, city_code, decree_id, message_id, families, amount_rupiah, list_hash, state, created_at)
              select period_id, '32.75', id, 'AMN-1', 2, 800000, 'hash', 'settled', now() from decreed returning id)
  insert into treasury_return (order_id, state, families, held_rupiah, list_hash, created_at, deposited_rupiah, deposited_on, ntpn, ntb)
  select id, 'confirmed', 2, 800000, 'hash', now(), 800000, '2023-07-10', '0123456789ABCDEF', 'NTB1' from ordered`;

test('the receipt of a return that was confirmed before stays its receipt', () =>
  upgraded('TreasuryDeposits', [A_RETURN], async ({ manager }) => {
    expect(
      await rowOf(
        manager,
        'select ntpn, ntb, amount_rupiah::text as amount, deposited_on::text as day from treasury_deposit',
      ),
    ).toEqual({ ntpn: '0123456789ABCDEF', ntb: 'NTB1', amount: '800000', day: '2023-07-10' });
  }));
