import { BudgetRepository, PolicyRepository } from '#persistence';
import { readPolicies } from '#policies';
import { prepare } from '../../../apps/cli/src/prepare/prepare.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase(2);
const YEARS = 8;

async function budgets(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { programme, state } of await new BudgetRepository(database.manager).list()) {
    expect(state).toBe('in_force');
    counts[programme] = (counts[programme] ?? 0) + 1;
  }
  return counts;
}

test('every programme of a sandbox has its budgets, also one whose rules came later, and a repeat adds none', async () => {
  const config = { databaseUrl: database.url, sandbox: true };
  await prepare(config);
  expect(await budgets()).toEqual({ sembako: YEARS });

  const [policy] = readPolicies();
  await new PolicyRepository(database.manager).keep('bantuan-contoh', 'made up', policy?.parameters ?? []);
  await prepare(config);
  await prepare(config);
  expect(await budgets()).toEqual({ 'bantuan-contoh': YEARS, sembako: YEARS });
});
