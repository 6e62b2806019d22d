import type { Command } from 'commander';
import { jakartaDate } from '#domain';
import { ACTIVATION_DAYS } from '#persistence';
import { report } from './file-check.js';
import { confirmFromConsole, enterFirstOfficer } from '#application';
import { checkOfficers, type OfficersCheck } from './officers-check.js';
import { withDatabase } from './with-database.js';

function asText({ rows, appointments, officers, findings }: OfficersCheck): string {
  const lines = findings.map(
    ({ row, column, code }) => `  row ${String(row).padStart(6)}  ${column.padEnd(12)}  ${code}`,
  );
  const counted = `${rows} rows: ${appointments} appointments of ${officers} officers, ${findings.length} mistakes`;
  return [counted, ...lines, ''].join('\n');
}

const runCheck = (file: string, flags: { readonly json?: true }): Promise<void> =>
  report(() => checkOfficers(file, jakartaDate(new Date())), {
    ...{ asText, asJson: flags.json === true, language: 'en' },
    hasFindings: ({ findings }) => findings.length > 0,
  });

async function runFirst(username: string, fullName: string, { office }: { readonly office: string }): Promise<void> {
  const code = await withDatabase((database) => enterFirstOfficer(database, { username, fullName, office }));
  console.log(`${username} opens the account on /activate with ${code}, within ${ACTIVATION_DAYS} days`);
}

async function runConfirm(username: string): Promise<void> {
  const code = await withDatabase((database) => confirmFromConsole(database, username));
  console.log(`the post of ${username} is confirmed`);
  if (code !== undefined) {
    console.log(`${username} opens the account on /activate with ${code}, within ${ACTIVATION_DAYS} days`);
  }
}

/** Adds `officers check` (exit codes: see `report`), `officers first` and `officers confirm`. */
export function addOfficersCommand(program: Command): void {
  const officers = program.command('officers').description('officers of all offices');
  officers
    .command('check <file>')
    .description('check a list of officers before it is imported')
    .option('--json', 'print the result as JSON')
    .action(runCheck);
  officers
    .command('first <username> <full-name>')
    .description('enter the programme officer with whom an installation begins, and print the code of the account')
    .option('--office <name>', 'the office', 'Kementerian Sosial')
    .action(runFirst);
  officers
    .command('confirm <username>')
    .description('confirm a post that signs while no officer can, and print the code of the account')
    .action(runConfirm);
}
