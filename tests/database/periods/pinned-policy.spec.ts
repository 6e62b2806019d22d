import { PeriodRepository, PolicyRepository } from '#persistence';
import { readPolicies } from '#policies';
import { aPeriod } from '../../support/factories/periods.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

test('a running period keeps its own values, and takes those it never had from the newest policy', async () => {
  const { periodId } = await aPeriod(database.manager);
  const [pinned] = readPolicies();
  const parameters = (pinned?.parameters ?? []).map((one) =>
    one.key === 'usage.cut_off_days' ? { ...one, value: 99 } : one,
  );
  const added = {
    key: 'thought.of.later',
    value: 7,
    unit: 'days',
    effectiveFrom: '2023-01-01',
    source: '-',
    verified: false,
  };
  await new PolicyRepository(database.manager).keep('sembako', 'another', [...parameters, added]);

  const policy = await new PeriodRepository(database.manager).policyOf(periodId);
  expect(policy.count('usage.cut_off_days')).toBe(30);
  expect(policy.count('thought.of.later')).toBe(7);
});
