import type { Command } from 'commander';
import { jakartaDate } from '#domain';
import { report } from './file-check.js';
import { checkOfficers, type OfficersCheck } from './officers-check.js';

function asText({ rows, appointments, officers, findings }: OfficersCheck): string {
  const lines = findings.map(
    ({ row, column, code }) => `  row ${String(row).padStart(6)}  ${column.padEnd(12)}  ${code}`,
  );
  const counted = `${rows} rows: ${appointments} appointments of ${officers} officers, ${findings.length} mistakes`;
  return [counted, ...lines, ''].join('\n');
}

const runCheck = (file: string, flags: { readonly json?: true }): Promise<void> =>
  report(() => checkOfficers(file, jakartaDate(new Date())), asText, flags.json === true);

/** Adds `officers check`: exit 0 when nothing was found, 1 with findings, 2 when the file cannot be taken at all. */
export function addOfficersCommand(program: Command): void {
  program
    .command('officers')
    .description('lists of officers')
    .command('check <file>')
    .description('check a list of officers before it is imported')
    .option('--json', 'print the result as JSON')
    .action(runCheck);
}
