import { addShippedOutlines, loadPolicy, refuseSandboxRemains } from '#application';
import type { Config } from '#config';
import { levelOf, parentOf, type Region } from '#domain';
import { FindingRuleRepository, PolicyRepository, ReferenceRepository, type TerritoryRow } from '#persistence';
import { readPolicies, shippedOutlinesFile, shippedRegions } from '#policies';
import { loadCityRegions } from '../city-regions.js';
import { SANDBOX } from '../sandbox.js';
import { withDatabase } from '../with-database.js';
import { prepareBudgets } from './sandbox-budgets.js';
import { preparePost } from './sandbox-post.js';
import { prepareSandboxPeople } from './sandbox-people.js';

interface Preparation extends Pick<Config, 'databaseUrl' | 'sandbox'> {
  /** How banks and post offices are reached, by name; a sandbox that can reach none but the bank pays by it alone. */
  readonly mailboxes?: Readonly<Record<string, unknown>> | undefined;
  /** Cities of a sandbox; those of data/sandbox unless given. */
  readonly sandboxCities?: readonly string[] | undefined;
}

const isAboveKecamatan = ({ code }: Region): boolean => ['province', 'city'].includes(levelOf(code));
const asRow = ({ code, name }: Region): TerritoryRow => ({
  ...{ code, name, level: levelOf(code), parentCode: parentOf(code) ?? null },
});

/**
 * Adds provinces, cities and policies that are not there yet, and in a sandbox the kecamatan and kelurahan of its cities with their
 * offices and accounts, budgets, its post office, its outlines as far as they ship, and its calendar. Repeating it changes nothing, with more cities it adds those; a name that
 * `regions import` has changed stays. Throws CITY_UNKNOWN.
 */
export async function prepare({ databaseUrl, sandbox, sandboxCities, mailboxes = {} }: Preparation): Promise<string[]> {
  const cities = sandbox ? (sandboxCities ?? SANDBOX.cities) : [];
  const regions = [...shippedRegions().filter(isAboveKecamatan), ...cities.flatMap(loadCityRegions)];
  return withDatabase(async (database) => {
    await refuseSandboxRemains(database, { sandbox });
    const done = await database.transaction(async (manager) => {
      const reference = new ReferenceRepository(manager);
      await reference.addTerritories(regions.map(asRow));
      const said: string[] = [];
      for (const policy of readPolicies()) {
        const version = await loadPolicy(manager, policy);
        await new FindingRuleRepository(manager).load(policy.programme, policy.findings);
        said.push(`policy ${policy.programme} version ${version}`);
      }
      if (!sandbox) return said;
      said.push(...(await prepareSandboxPeople(manager, cities)));
      for (const programme of await new PolicyRepository(manager).programmes())
        said.push(...(await prepareBudgets(manager, programme)), ...(await preparePost(manager, programme, mailboxes)));
      return said;
    });
    const outlines = sandbox ? await addShippedOutlines(database, shippedOutlinesFile()) : 0;
    return outlines === 0 ? done : [...done, `${outlines} outlines`];
  }, databaseUrl);
}
