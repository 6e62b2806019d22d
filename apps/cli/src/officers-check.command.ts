import type { Command } from 'commander';
import { DomainError, jakartaDate } from '#domain';
import { checkOfficers, type OfficersCheck } from './officers-check.js';

const FINDINGS = 1;
const FAILURE = 2;

function asText({ rows, appointments, officers, findings }: OfficersCheck): string {
  const lines = findings.map(
    ({ row, column, code }) => `  row ${String(row).padStart(6)}  ${column.padEnd(12)}  ${code}`,
  );
  const counted = `${rows} rows: ${appointments} appointments of ${officers} officers, ${findings.length} mistakes`;
  return [counted, ...lines, ''].join('\n');
}

async function runCheck(file: string, flags: { readonly json?: true }): Promise<void> {
  try {
    const check = await checkOfficers(file, jakartaDate(new Date()));
    process.stdout.write(flags.json ? `${JSON.stringify(check)}\n` : asText(check));
    if (check.findings.length > 0) process.exitCode = FINDINGS;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refusal = { code: error.code, details: error.details };
    if (flags.json) process.stdout.write(`${JSON.stringify(refusal)}\n`);
    else process.stderr.write(`${error.code}: ${error.message} ${JSON.stringify(error.details)}\n`);
    process.exitCode = FAILURE;
  }
}

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
