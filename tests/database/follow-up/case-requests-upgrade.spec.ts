import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const A_CASE = `
  insert into follow_up_case (entitlement_id, period_id, city_code, kelurahan_code, kpm_code, amount_rupiah, desk_workflow_id,
                              state, outcome, money_decided, decided_at, deadline_on)
  values (1, gen_random_uuid(), '32.75', '32.75.01.1001', 'KPM-1', 400000, 'desk', 'decided', 'recard', 'keep', now(), '2023-06-25')`;

test('cases of before keep their outcome, and no request is made up for them', async () => {
  await upgraded('CaseRequests', ['set session_replication_role = replica', A_CASE], async ({ manager }) => {
    expect(await rowsOf(manager, 'select state, outcome from follow_up_case')).toEqual([
      { state: 'decided', outcome: 'recard' },
    ]);
    expect(await rowsOf(manager, 'select id from case_request')).toEqual([]);
  });
});
