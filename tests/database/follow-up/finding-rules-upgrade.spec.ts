import { FindingRuleRepository, rowsOf } from '#persistence';
import { readPolicies } from '#policies';
import { upgraded } from '../../support/servers/earlier-database.js';

/** The sixteen findings that there were. */
const OF_BEFORE =
  'pin_blocked pin_forgotten card_lost card_not_received balance_zero moved_inside_city moved_away not_found ill_or_elderly deceased_with_heir deceased_without_heir agent_too_far device_failed not_informed no_longer_poor refused';

const aCase = (number: number, finding: string, outcome: string | null) => `
  insert into follow_up_case (entitlement_id, period_id, city_code, kelurahan_code, kpm_code, amount_rupiah, desk_workflow_id,
                              state, finding, outcome, deadline_on)
  values (${number}, gen_random_uuid(), '32.75', '32.75.01.1001', 'KPM-${number}', 400000, 'desk',
          '${outcome === null ? 'to_decide' : 'decided'}', '${finding}', ${outcome === null ? 'null' : `'${outcome}'`}, '2023-06-25')`;

test('cases of before keep finding and outcome, say what was decided for their money, and have a rule for what was found', async () => {
  const findings = OF_BEFORE.split(' ');
  const outcomes = [null, 'keeps_money', 'returns_money'];
  const rows = findings.map((finding, number) => aCase(number, finding, outcomes[number % 3] ?? null));
  await upgraded('FindingRules', ['set session_replication_role = replica', ...rows], async ({ manager }) => {
    const kept = await rowsOf<{ finding: string; outcome: string | null; money: string | null }>(
      manager,
      'select finding, outcome, money_decided as money from follow_up_case order by entitlement_id',
    );
    const money = [null, 'keep', 'return'];
    expect(kept).toEqual(
      findings.map((finding, number) => ({
        ...{ finding, outcome: outcomes[number % 3] ?? null, money: money[number % 3] ?? null },
      })),
    );
    const [policy] = readPolicies();
    await new FindingRuleRepository(manager).load('sembako', policy?.findings ?? []);
    const without = await rowsOf<{ finding: string }>(
      manager,
      `select c.finding from follow_up_case c
        where not exists (select from finding_rule_on('sembako', c.finding, '2023-05-02'))`,
    );
    expect(without).toEqual([]);
  });
});
