import { InvalidArgumentError, type Command } from 'commander';
import { BankFileRehearsal, BankIntake, movesOf, type Rehearsal } from '#application';
import { loadConfig } from '#config';
import { DomainError, formatRupiah } from '#domain';
import { withDatabase } from './with-database.js';

const FINDINGS = 1;
const REFUSED = 2;

interface Flags {
  readonly order: string;
  readonly basis?: string;
  readonly json?: true;
}

type Work = (rehearsal: BankFileRehearsal) => Promise<Rehearsal>;

/** Adds `bank rehearse` and `bank commit`: exit 0 when clean, 1 when a break is opened, 2 when the file is refused. */
export function addBankCommand(program: Command): void {
  const bank = program.command('bank').description("the bank's answers");
  bank
    .command('rehearse <file>')
    .description('show what a file of the bank would do to an order, and change nothing')
    .requiredOption('--order <id>', 'id or message id of the payment order')
    .option('--json', 'print the result as JSON')
    .action((file: string, flags: Flags) => report((rehearsal) => rehearsal.rehearse(file, flags.order), flags));
  bank
    .command('commit <file>')
    .description('take a rehearsed file in: exactly what was rehearsed, or nothing')
    .requiredOption('--order <id>', 'id or message id of the payment order')
    .requiredOption('--basis <hash>', 'the basis that the rehearsal named', aHash)
    .option('--json', 'print the result as JSON')
    .action((file: string, flags: Flags) =>
      report((rehearsal) => rehearsal.commit(file, flags.order, flags.basis ?? ''), flags),
    );
}

async function report(work: Work, { json: asJson }: Flags): Promise<void> {
  const config = loadConfig();
  try {
    const found = await withDatabase((database) =>
      work(new BankFileRehearsal(database, new BankIntake(database, config))),
    );
    process.stdout.write(asJson === true ? `${JSON.stringify(found)}\n` : asText(found));
    process.exitCode = exitOf(found);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, details } = error;
    if (asJson === true) process.stdout.write(`${JSON.stringify({ refused: { code, message, details } })}\n`);
    else process.stderr.write(`${code}: ${message}\n`);
    process.exitCode = REFUSED;
  }
}

function exitOf({ refused, breaks = [] }: Rehearsal): number {
  if (refused !== undefined) return REFUSED;
  return breaks.some(({ state }) => state === 'open') ? FINDINGS : 0;
}

function asText({ file, order, basis, refused, ...effects }: Rehearsal): string {
  const { rows = [], breaks = [], postings = [], cases } = effects;
  if (refused !== undefined) return `${file}: refused, ${refused.code}: ${refused.message}\n`;
  const lines = [
    `${file}, order ${order}: ${rows.length} instructions move`,
    ...movesOf(rows).map(({ from, to, families }) => `  ${from} -> ${to}: ${families}`),
    ...breaks.map(({ endToEndId, type, state }) => `  break ${state.padEnd(8)} ${type} ${endToEndId}`),
    ...postings.map(
      ({ account, families, amountRupiah }) =>
        `  ${account.padEnd(16)} ${families} ${formatRupiah(BigInt(amountRupiah))}`,
    ),
    `  cases: ${cases?.opens ?? 0} to open, ${cases?.ends ?? 0} end`,
    `  basis ${basis}`,
  ];
  return `${lines.join('\n')}\n`;
}

function aHash(value: string): string {
  if (!/^[\da-f]{64}$/.test(value)) throw new InvalidArgumentError('a basis is 64 hexadecimal digits');
  return value;
}
