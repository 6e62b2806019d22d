import { jakartaDate, PAYMENT_CHANNELS, type PaymentChannel } from '#domain';
import { type Language, LANGUAGES } from '#messages';
import { type Command, Option } from 'commander';
import { report } from './file-check.js';
import { checkRoster, type RosterCheck } from './roster-check.js';

/** So many rows are named for each code; all of them stand in the JSON. */
const ROWS_NAMED = 10;

interface Flags {
  readonly city: string;
  readonly channel: PaymentChannel;
  readonly json?: true;
  readonly language: Language;
}

function asText({ rows, valid, warning, invalid, duplicate, codes, issues }: RosterCheck): string {
  const counts = `${rows} rows: ${valid} valid, ${warning} with warnings, ${invalid} invalid, ${duplicate} duplicate`;
  const lines = Object.entries(codes).flatMap(([code, count]) => {
    const shown = issues.filter((issue) => issue.code === code).slice(0, ROWS_NAMED);
    const more = count > shown.length ? [`      and ${count - shown.length} more`] : [];
    return [`  ${code}  ${count}`, ...shown.map(({ message }) => `      ${message}`), ...more];
  });
  return [counts, ...lines, ''].join('\n');
}

const runCheck = (file: string, { city, channel, json, language }: Flags): Promise<void> =>
  report(() => checkRoster(file, city, jakartaDate(new Date()), { language, channel }), {
    ...{ asText, asJson: json === true, language },
    hasFindings: ({ issueCount }) => issueCount > 0,
  });

/** Adds `roster check`: exit 0 when nothing was found, 1 with findings, 2 when the file cannot be taken at all. */
export function addRosterCommand(program: Command): void {
  program
    .command('roster')
    .description('lists of beneficiaries (BNBA)')
    .command('check <file>')
    .description('check a roster before it is uploaded')
    .requiredOption('--city <code>', 'code of the city, such as 32.75')
    .addOption(new Option('--channel <channel>', 'how the families are paid').choices(PAYMENT_CHANNELS).default('card'))
    .option('--json', 'print the result as JSON')
    .addOption(new Option('--language <code>', 'language of the sentences').choices(LANGUAGES).default('en'))
    .action(runCheck);
}
