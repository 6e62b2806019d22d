import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const ORDER = '00000000-0000-0000-0000-000000000001';
const BEFORE = [
  'set session_replication_role = replica',
  `insert into treasury_return (order_id, state, families, held_rupiah, list_hash, created_at)
   values ('${ORDER}', 'deposited', 2, 800000, 'hash', now())`,
  `insert into treasury_deposit (order_id, ntpn, ntb, amount_rupiah, deposited_on, noted_at)
   values ('${ORDER}', 'NTPN1', 'NTB1', 800000, '2023-07-01', now())`,
];

test('returns and receipts of before are those of the deadline, and nothing is held by the update', async () => {
  await upgraded('CaseMeasures', BEFORE, async ({ manager }) => {
    expect(await rowsOf(manager, 'select order_id as "orderId", number from treasury_return')).toEqual([
      { orderId: ORDER, number: 0 },
    ]);
    expect(await rowsOf(manager, 'select ntpn, return_number as number from treasury_deposit')).toEqual([
      { ntpn: 'NTPN1', number: 0 },
    ]);
    expect(await rowsOf(manager, 'select id from case_measure')).toEqual([]);
  });
});
