import type { Command } from 'commander';
import { loadConfig, loadOwnerConfig } from '#config';
import { migrate } from '#persistence';
import { indexNames } from './prepare/index-names.js';
import { prepare } from './prepare/prepare.js';
import { cityCodes } from './sandbox.js';

/** Adds `migrate`. */
export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database schema up to date, as its owner, and grant the application its rights')
    .action(async () => {
      const { ownerUrl, databaseUrl } = loadOwnerConfig();
      const applied = await migrate(ownerUrl, databaseUrl);
      console.log(applied.length === 0 ? 'schema is up to date' : `applied ${applied.join(', ')}`);
    });
}

/** Adds `prepare`. */
export function addPrepareCommand(program: Command): void {
  program
    .command('prepare')
    .description('load provinces, cities, policies and, in a sandbox, its places and demo accounts')
    .option('--cities <codes>', 'cities that a sandbox has, such as 32.75,32.76', cityCodes)
    .action(async ({ cities }: { readonly cities?: readonly string[] }) => {
      const config = loadConfig();
      const lines = await prepare({ ...config, sandboxCities: cities ?? config.sandboxCities });
      for (const line of lines) console.log(line);
      const families = await indexNames(config);
      if (families > 0) console.log(`${families} families can be found by name`);
    });
}
