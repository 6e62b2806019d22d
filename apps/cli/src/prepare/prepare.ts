import type { EntityManager } from 'typeorm';
import { refuseSandboxRemains } from '#application';
import { hashPassword } from '#auth';
import type { Config } from '#config';
import { levelOf, parentOf, type Region } from '#domain';
import { OfficerRepository, ProgrammeClockRepository, ReferenceRepository, type TerritoryRow } from '#persistence';
import { readPolicies, shippedRegions } from '#policies';
import { loadCityRegions } from '../city-regions.js';
import { demoOfficers } from './demo-officers.js';
import { withDatabase } from '../with-database.js';
import { prepareBudgets } from './sandbox-budgets.js';

/** Everybody's password in a sandbox; the sign-in page says so. */
export const DEMO_PASSWORD = 'amanah-demo';
/** The sandbox plays in 2023: its policy, its holidays and its figures are of that year. */
const SANDBOX_STARTS_ON = '2023-03-06';
const DEMO_CITY = '32.75';

const isShownEverywhere = ({ code }: Region): boolean => ['province', 'city'].includes(levelOf(code));
const asRow = ({ code, name }: Region): TerritoryRow => ({
  ...{ code, name, level: levelOf(code), parentCode: parentOf(code) ?? null },
});

/**
 * Adds provinces, cities and policies that are not there yet, and in a sandbox its kecamatan and kelurahan, its accounts and its
 * calendar. Repeating it changes nothing; a name that `regions import` has changed stays.
 */
export async function prepare(config: Pick<Config, 'databaseUrl' | 'sandbox'>): Promise<string[]> {
  return withDatabase(async (database) => {
    await refuseSandboxRemains(database, config);
    return database.transaction(async (manager) => {
      const reference = new ReferenceRepository(manager);
      await reference.addTerritories(shippedRegions().filter(isShownEverywhere).map(asRow));
      if (config.sandbox) await reference.addTerritories(loadCityRegions(DEMO_CITY).map(asRow));
      const said: string[] = [];
      for (const policy of readPolicies()) {
        const version = await reference.loadPolicy(policy.programme, policy.contentHash, policy.parameters);
        said.push(`policy ${policy.programme} version ${version}`);
      }
      if (config.sandbox) {
        said.push(...(await prepareSandbox(manager)));
        for (const programme of await reference.programmes()) said.push(...(await prepareBudgets(manager, programme)));
      }
      return said;
    });
  }, config.databaseUrl);
}

async function prepareSandbox(manager: EntityManager): Promise<string[]> {
  const clock = new ProgrammeClockRepository(manager);
  const isFresh = !(await new OfficerRepository(manager).hasAny());
  if (!isFresh) return [];
  await clock.moveTo(SANDBOX_STARTS_ON);
  // One hash for all: these accounts protect nothing, and argon2id is slow on purpose.
  const account = { passwordHash: await hashPassword(DEMO_PASSWORD), validFrom: '2023-01-01', isDemo: true };
  const officers = demoOfficers(await new ReferenceRepository(manager).territoriesBelow(DEMO_CITY));
  const repository = new OfficerRepository(manager);
  for (const officer of officers) await repository.add({ ...officer, ...account });
  return [`${officers.length} demo accounts`, `sandbox calendar at ${SANDBOX_STARTS_ON}`];
}
