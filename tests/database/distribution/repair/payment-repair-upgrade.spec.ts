import { DecreeOrderRepository, FailedPaymentRepository, PaymentOrderRepository, rowOf } from '#persistence';
import { upgraded } from '../../../support/servers/earlier-database.js';

const BEFORE = [
  `insert into officer (username, full_name, password_hash) values ('p', 'P', '-')`,
  `insert into policy_version (programme, version, content_hash, parameters, loaded_at) values ('sembako', 1, 'hash', '[]', now())`,
  `insert into period (programme, code, months, channel, policy_version_id, state, opened_on, created_by)
   select 'sembako', '2023-03', '{2023-03,2023-04}', 'card', (select id from policy_version), 'open', '2023-03-06', (select id from officer)`,
  `insert into roster (period_id, city_code, version, state, created_at) select id, '32.75', 1, 'endorsed', now() from period`,
  `insert into roster_file (roster_id, purpose, name, sha256, size_bytes, state, uploaded_by, started_at)
   select id, 'roster', 'a.csv', 'sha', 1, 'done', (select id from officer), now() from roster`,
  `insert into roster_row (roster_id, roster_file_id, row_number, kpm_code, kelurahan_code, nik_hash, nik_tail, kk_hash, sealed, state)
   select r.id, f.id, 1, 'KPM-1', '32.75.02.1001', 'a', 'a', 'k', 's', 'valid' from roster r join roster_file f on f.roster_id = r.id`,
  `insert into decree (period_id, city_code, version, roster_id, families, amount_rupiah, excluded, list_hash, state, created_at)
   select period_id, '32.75', 1, id, 1, 400000, '{}', 'hash', 'ratified', now() from roster`,
  `insert into payment_order (id, period_id, city_code, decree_id, message_id, families, amount_rupiah, list_hash, state, created_at)
   select id, period_id, '32.75', id, 'AMN-1', 1, 400000, 'hash', 'settled', now() from decree`,
  `insert into entitlement (period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose, nik_hash, amount_rupiah, state,
                            live, reason, order_id, end_to_end_id)
   select d.period_id, '32.75', d.id, r.id, 'KPM-1', '32.75.02.1001', 'sembako', 'a', 400000, 'failed', false, 'AC04', d.id, 'E-1'
     from decree d cross join roster_row r`,
];

test('an order of before is its decree’s own, and what failed in it may be repaired', () =>
  upgraded('PaymentRepair', BEFORE, async ({ manager }) => {
    const row = await rowOf<{ id: string }>(manager, 'select id from payment_order');
    const order = await new PaymentOrderRepository(manager).find(row?.id ?? '');
    expect(order).toMatchObject({ reissuesId: null, generation: 1, repairRound: 1, newAccounts: 0 });
    expect((await new DecreeOrderRepository(manager).draft(order.decreeId)).id).toBe(order.id);
    expect(await new FailedPaymentRepository(manager).count(order.id)).toBe(1);
  }));
