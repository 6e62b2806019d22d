import { mkdir, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { PAYMENT_CHANNELS, type PaymentChannel, STAGES } from '#domain';
import { projectFile } from '#policies';
import { loadCityRegions } from '../city-regions.js';
import { cityCodes, DEMO_PASSWORD, SANDBOX } from '../sandbox.js';
import { type Actors, eventually } from './actors.js';
import type { Quota } from './allocate.step.js';
import { ApiClient } from './api-client.js';
import { People } from './people.js';
import { playPeriod } from './play.js';
import { printStatements } from './statement.js';
import { type DemoStage, isStage, StoppedBefore } from './until.js';

interface Flags {
  readonly cities?: readonly string[];
  readonly kpm?: string;
  readonly seed: string;
  readonly out: string;
  readonly url: string;
  readonly channel?: PaymentChannel;
  readonly scenario?: string;
  readonly until?: DemoStage;
}

/** Families of one city, and of each of several: those are many people, and the demo should stay short. */
const FAMILIES = { alone: 5000, beside: 400 };
/** Each kelurahan must have a family to judge, or its operator waits for a task. */
const FEWEST_IN_KELURAHAN = 3;

function families(given: string): string {
  if (/^\d{1,7}$/.test(given)) return given;
  throw new InvalidArgumentError('It is a whole number.');
}

function quotasOf({ cities = SANDBOX.cities, kpm }: Flags): Quota[] {
  const quotaFamilies = Number(kpm ?? (cities.length === 1 ? FAMILIES.alone : FAMILIES.beside));
  return cities.map((cityCode) => {
    const kelurahan = loadCityRegions(cityCode).filter(({ code }) => code.length === 13);
    const fewest = FEWEST_IN_KELURAHAN * kelurahan.length;
    if (quotaFamilies < fewest) throw new Error(`${cityCode} needs at least ${fewest} families (--kpm).`);
    return { cityCode, quotaFamilies };
  });
}

/** What stops in the middle, and what goes wrong at the bank, is told of one city. */
function demandOneCity({ cities = SANDBOX.cities, scenario, until }: Flags): void {
  if (cities.length > 1 && (scenario !== undefined || until !== undefined))
    throw new Error('--scenario and --until play one city.');
}

function stage(given: string): DemoStage {
  if (isStage(given)) return given;
  throw new InvalidArgumentError(`It is one of ${STAGES.join(', ')}.`);
}

/** The faults are the bank's, which reads them when it starts. */
function demandScenario({ scenario }: Flags): void {
  if (scenario === undefined) return;
  const names = readdirSync(projectFile('apps/bank/scenarios')).map((file) => file.replace('.json', ''));
  if (!names.includes(scenario)) throw new Error(`There is no scenario ${scenario}; there are ${names.join(', ')}.`);
  if (process.env['BANK_SCENARIO_FILE']?.endsWith(`${scenario}.json`) === true) return;
  throw new Error(
    'The bank that is running plays no such scenario. Stop the system; the demo then starts one that does.',
  );
}

/** The exit code: 1 when a rupiah is not explained, 2 when the story broke off. */
async function runUntil(flags: Flags): Promise<number> {
  try {
    return (await runDemo(flags)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof StoppedBefore)) {
      console.error(error instanceof Error ? error.message : String(error));
      return 2;
    }
    console.log(`\n${error.what} is open and undecided: \`npm start\`, and sign in as ${error.username}.`);
    return 0;
  }
}

/** The whole period of each city, from a made-up list to a closed report; false when a rupiah is not explained. */
export async function runDemo(flags: Flags): Promise<boolean> {
  const api = new ApiClient(flags.url, DEMO_PASSWORD);
  const people = await People.load(flags.url);
  const quotas = quotasOf(flags);
  for (const { cityCode } of quotas) people.in('dinsos_head', cityCode);
  const story = { until: flags.until, channel: flags.channel };
  const all = await playPeriod({ api, people, quotas, seed: Number(flags.seed), ...story });
  return conclude(api, all, flags.out);
}

async function conclude(api: ApiClient, all: readonly Actors[], out: string): Promise<boolean> {
  const period = `/periods/${all[0]?.periodId ?? ''}`;
  await eventually('the closing of the period', async () => {
    const { period: row } = await api.get<{ period: { state: string } }>('program', period);
    return row.state === 'closed' ? true : undefined;
  });
  const isExplained = await printStatements(all);
  const reports = await api.get<{ id: string; tier: string; cityCode: string }[]>('program', `${period}/reports`);
  await mkdir(out, { recursive: true });
  for (const { cityCode } of all) {
    const city = reports.find((report) => report.tier === 'city' && report.cityCode === cityCode);
    for (const kind of ['xlsx', 'pdf']) {
      const file = join(out, `laporan-${cityCode}.${kind}`);
      await writeFile(file, await api.download('program', `/reports/${city?.id ?? ''}/${kind}`));
      console.log(`wrote ${file}`);
    }
  }
  console.log(isExplained ? 'The period is closed and every rupiah is explained.' : 'NOT every rupiah is explained.');
  return isExplained;
}

/** Adds `demo`: everybody's part in one period, played over HTTP. Exit 1 when anything does not add up. */
export function addDemoCommand(program: Command): void {
  const { alone, beside } = FAMILIES;
  program
    .command('demo')
    .description('play a whole period over HTTP as each role, with made-up families')
    .option('--cities <codes>', 'cities of the sandbox, side by side, such as 32.75,32.76', cityCodes)
    .option(
      '--kpm <families>',
      `how many families in each city; ${alone}, or ${beside} where there are several`,
      families,
    )
    .addOption(
      new Option('--channel <channel>', 'by which the families are paid').choices(PAYMENT_CHANNELS).default('card'),
    )
    .option('--seed <number>', 'which made-up families', '1')
    .option('--out <folder>', "where the cities' reports go", '.amanah/reports')
    .option('--scenario <name>', 'what goes wrong at the bank, such as late-return (docs/sandbox-bank.md)')
    .option('--until <stage>', 'stop before the last decision of a stage, such as payment', stage)
    .option('--url <url>', 'the running system', process.env['AMANAH_URL'] ?? 'http://127.0.0.1:3000')
    .action(async (flags: Flags) => {
      const startedAt = Date.now();
      demandOneCity(flags);
      demandScenario(flags);
      const code = await runUntil(flags);
      console.log(`took ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
      // Whoever still waits for somebody in the story would keep the process for minutes.
      process.exit(code);
    });
}
