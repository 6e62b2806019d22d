import { Command } from 'commander';
import { loadConfig, loadOwnerConfig } from '#config';
import { migrate } from '#persistence';
import { addAuditCommand } from './audit.command.js';
import { addBankCommand } from './bank.command.js';
import { addDemoCommand } from './demo/demo.command.js';
import { addOfficersCommand } from './officers.command.js';
import { prepare } from './prepare/prepare.js';
import { addRosterCommand } from './roster-check.command.js';
import { addSampleCommand } from './sample/sample.command.js';
import { addSimulateCommand } from './simulate.command.js';

const program = new Command('amanah').description('Delegated programme administration');

program
  .command('migrate')
  .description('bring the database schema up to date, as its owner, and grant the application its rights')
  .action(async () => {
    const { ownerUrl, databaseUrl } = loadOwnerConfig();
    const applied = await migrate(ownerUrl, databaseUrl);
    console.log(applied.length === 0 ? 'schema is up to date' : `applied ${applied.join(', ')}`);
  });

program
  .command('prepare')
  .description('load territories, policies and, in a sandbox, demo accounts')
  .action(async () => {
    const config = loadConfig();
    for (const line of await prepare(config)) console.log(line);
  });

addAuditCommand(program);
addBankCommand(program);
addDemoCommand(program);
addSampleCommand(program);
addRosterCommand(program);
addSimulateCommand(program);
addOfficersCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
