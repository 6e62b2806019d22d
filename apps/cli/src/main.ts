import { Command } from 'commander';

const program = new Command('amanah').description('Delegated programme administration');

/** Commands are loaded when they are named: a check of a file should not wait for the database and the workflow engine. */
const COMMANDS: Readonly<Record<string, () => Promise<(to: Command) => void>>> = {
  migrate: async () => (await import('./schema.command.js')).addMigrateCommand,
  prepare: async () => (await import('./schema.command.js')).addPrepareCommand,
  audit: async () => (await import('./audit.command.js')).addAuditCommand,
  bank: async () => (await import('./bank.command.js')).addBankCommand,
  demo: async () => (await import('./demo/demo.command.js')).addDemoCommand,
  sample: async () => (await import('./sample/sample.command.js')).addSampleCommand,
  roster: async () => (await import('./roster-check.command.js')).addRosterCommand,
  simulate: async () => (await import('./simulate.command.js')).addSimulateCommand,
  officers: async () => (await import('./officers.command.js')).addOfficersCommand,
  backup: async () => (await import('./backup.command.js')).addBackupCommand,
  restore: async () => (await import('./backup.command.js')).addRestoreCommand,
  'check-list': async () => (await import('./check-list.command.js')).addCheckListCommand,
  regions: async () => (await import('./regions.command.js')).addRegionsCommand,
};

const named = COMMANDS[process.argv[2] ?? ''];
for (const load of named === undefined ? Object.values(COMMANDS) : [named]) (await load())(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
