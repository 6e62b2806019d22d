import type { Command } from 'commander';
import { DomainError, NATION, type SimulationLine } from '#domain';
import { loadWorkingCalendar } from '#policies';
import { type SimulatedEscalations, simulateEscalations } from '#application';
import { withDatabase } from './with-database.js';

const FINDINGS = 1;
const FAILURE = 2;

interface Flags {
  readonly until: string;
  readonly territory: string;
  readonly period?: string;
  readonly json?: true;
}

const wib = (at: string): string =>
  new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function asText({ lines, tasks, until }: SimulatedEscalations): string {
  const rows = lines.map((line: SimulationLine) => {
    const what = `${line.act} ${line.to} ${line.toRole}`.padEnd(36);
    const count = `${String(line.tasks).padStart(6)} tasks  ${String(line.families).padStart(7)} families`;
    return `  ${wib(line.at)} WIB  ${line.step.padEnd(9)}  ${what}  ${line.kind.padEnd(21)} ${count}  Rp${line.amountRupiah}`;
  });
  return [`${tasks} open tasks, until ${until}, if nobody acts:`, ...rows, ''].join('\n');
}

async function run({ until, territory, period, json }: Flags): Promise<void> {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until))) {
      throw new DomainError('REQUEST_INVALID', '--until is a day such as 2023-05-26', { field: 'until' });
    }
    const command = { territories: [territory], until, periodId: period };
    const simulated = await withDatabase(({ manager }) => simulateEscalations(manager, loadWorkingCalendar(), command));
    const plain = {
      ...simulated,
      lines: simulated.lines.map((line) => ({ ...line, amountRupiah: `${line.amountRupiah}` })),
    };
    process.stdout.write(json ? `${JSON.stringify(plain)}\n` : asText(simulated));
    if (simulated.lines.length > 0) process.exitCode = FINDINGS;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, details } = error;
    if (json) process.stdout.write(`${JSON.stringify({ code, details })}\n`);
    else process.stderr.write(`${code}: ${message} ${JSON.stringify(details)}\n`);
    process.exitCode = FAILURE;
  }
}

/** Adds `simulate escalations`: exit 0 when nobody would be told anything, 1 with findings, 2 when it cannot be said. */
export function addSimulateCommand(program: Command): void {
  program
    .command('simulate')
    .description('what would happen if nobody acted; nothing is written')
    .command('escalations')
    .description('who would be told what and when, until a day')
    .requiredOption('--until <day>', 'the last day, such as 2023-05-26')
    .option('--territory <code>', 'only tasks of this territory', NATION)
    .option('--period <id>', 'only tasks of this payment period')
    .option('--json', 'print the result as JSON')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : FAILURE))
    .action(run);
}
