import { jakartaDate } from '#domain';
import type { Command } from 'commander';
import { report } from './file-check.js';
import { checkRoster, type RosterCheck } from './roster-check.js';

function asText(check: RosterCheck): string {
  const { valid, warning, invalid } = check.states;
  const lines = check.findings.map(({ code, severity, rows, firstRows }) => {
    const more = rows > firstRows.length ? ', …' : '';
    const kind = severity === 'error' ? 'error  ' : 'warning';
    return `  ${kind}  ${code.padEnd(26)} ${String(rows).padStart(7)}  rows ${firstRows.join(', ')}${more}`;
  });
  const states = `${check.rows} rows: ${valid} valid, ${warning} with warnings, ${invalid} invalid`;
  return [states, ...lines, ''].join('\n');
}

const runCheck = (file: string, flags: { readonly city: string; readonly json?: true }): Promise<void> =>
  report(() => checkRoster(file, flags.city, jakartaDate(new Date())), asText, flags.json === true);

/** Adds `roster check`: exit 0 when nothing was found, 1 with findings, 2 when the file cannot be taken at all. */
export function addRosterCommand(program: Command): void {
  program
    .command('roster')
    .description('lists of beneficiaries (BNBA)')
    .command('check <file>')
    .description('check a roster before it is uploaded')
    .requiredOption('--city <code>', 'code of the city, such as 32.75')
    .option('--json', 'print the result as JSON')
    .action(runCheck);
}
