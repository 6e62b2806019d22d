import type { Command } from 'commander';
import { loadConfig, loadOwnerConfig } from '#config';
import { migrate } from '#persistence';
import { indexNames } from './prepare/index-names.js';
import { prepare } from './prepare/prepare.js';

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
    .description('load territories, policies and, in a sandbox, demo accounts')
    .action(async () => {
      const config = loadConfig();
      for (const line of await prepare(config)) console.log(line);
      const families = await indexNames(config);
      if (families > 0) console.log(`${families} families can be found by name`);
    });
}
