import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

const STATES = ['transacted', 'returned', 'held', 'not_transacted'] as const;

const anEntitlement = (state: string, id: number): string => `
  insert into entitlement (id, period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose, nik_hash,
                           amount_rupiah, state, live, end_to_end_id) overriding system value
  values (${id}, gen_random_uuid(), '32.75', gen_random_uuid(), ${id}, 'KPM-${id}', '32.75.01.1001', 'p', '\\x0${id}', 400000,
          '${state}', true, 'E${id}')`;

const aCase = (id: number, state: string): string => `
  insert into follow_up_case (entitlement_id, period_id, city_code, kelurahan_code, kpm_code, amount_rupiah, desk_workflow_id,
                              state, deadline_on)
  values (${id}, gen_random_uuid(), '32.75', '32.75.01.1001', 'KPM-${id}', 400000, 'desk', '${state}', '2023-06-25')`;

test('ended cases of before are closed with what the ledger says, and with nothing where it says nothing yet', async () => {
  const rows = STATES.flatMap((state, at) => [anEntitlement(state, at + 1), aCase(at + 1, 'lapsed')]);
  const open = [anEntitlement('transacted', 9), aCase(9, 'to_visit')];
  await upgraded('CasesClose', ['set session_replication_role = replica', ...rows, ...open], async ({ manager }) => {
    const kept = await rowsOf<{ money: string | null }>(
      manager,
      'select closed_money as money from follow_up_case order by entitlement_id',
    );
    expect(kept.map(({ money }) => money)).toEqual(['used', 'returned', null, null, null]);
  });
});
