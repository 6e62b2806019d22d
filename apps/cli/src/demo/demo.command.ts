import { mkdir, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { STAGES } from '#domain';
import { projectFile } from '#policies';
import { DEMO_PASSWORD } from '../sandbox.js';
import { type Actors, eventually } from './actors.js';
import { allocate } from './allocate.step.js';
import { ApiClient } from './api-client.js';
import { returnAndClose } from './close.step.js';
import { followUp, pay } from './distribute.step.js';
import { withMadeUpRoster } from './made-up-roster.js';
import { People } from './people.js';
import { Progress } from './progress.js';
import { printStatement } from './statement.js';
import { mendTrouble } from './trouble.step.js';
import { type DemoStage, isStage, StoppedBefore } from './until.js';
import { loadRoster, verify } from './verify.step.js';

interface Flags {
  readonly kpm: string;
  readonly seed: string;
  readonly out: string;
  readonly url: string;
  readonly scenario?: string;
  readonly until?: DemoStage;
}

const CITY = '32.75';
/** Three for each of the 56 kelurahan: each must have a family to judge, or its operator waits for a task. */
const FEWEST_FAMILIES = 168;

function families(given: string): string {
  if (/^\d{1,7}$/.test(given) && Number(given) >= FEWEST_FAMILIES) return given;
  throw new InvalidArgumentError(`It is a whole number from ${FEWEST_FAMILIES} up.`);
}

async function step(progress: Progress, label: string, work: () => Promise<unknown>): Promise<void> {
  progress.start(label, 1);
  await work();
  progress.tick();
  progress.stop();
}

async function whileTroubleIsMended(actors: Actors, work: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const mended = mendTrouble(actors, stop.signal);
  try {
    // Trouble that can't be mended ends the demo at once instead of leaving it to wait.
    await Promise.race([work(), mended.then(() => new Promise<never>(() => undefined))]);
  } finally {
    stop.abort();
  }
  await mended;
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

async function runUntil(flags: Flags): Promise<void> {
  try {
    if (!(await runDemo(flags))) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof StoppedBefore)) throw error;
    console.log(`\n${error.what} is open and undecided: \`npm start\`, and sign in as ${error.username}.`);
  }
}

/** The whole period, from a made-up list to a closed report; false when a rupiah is not explained. */
export async function runDemo(flags: Flags): Promise<boolean> {
  const count = Number(flags.kpm);
  const api = new ApiClient(flags.url, DEMO_PASSWORD);
  const people = await People.load(flags.url);
  const progress = new Progress();
  const actors = await allocate(api, CITY, count, flags.until);
  console.log('Stages 1 and 2: quota approved by PPK and KPA, mandate accepted');
  await step(progress, `Made-up roster of ${count} families, and its identity match`, () =>
    withMadeUpRoster({ cityCode: CITY, families: count, seed: Number(flags.seed) }, ({ roster, matches }) =>
      loadRoster(actors, roster, matches),
    ),
  );
  await verify(actors, people, progress);
  await whileTroubleIsMended(actors, async () => {
    await step(progress, 'Decree, order, bank, usage', () => pay(actors));
    await followUp(actors, people, progress);
    await step(progress, 'Return, reports, closure', () => returnAndClose(actors, people));
  });
  return conclude(actors, flags.out);
}

async function conclude(actors: Actors, out: string): Promise<boolean> {
  await eventually('the closing of the period', async () => {
    const { period } = await actors.api.get<{ period: { state: string } }>('program', `/periods/${actors.periodId}`);
    return period.state === 'closed' ? true : undefined;
  });
  const isExplained = await printStatement(actors);
  const reports = await actors.api.get<{ id: string; tier: string }[]>(
    'dinsos.kepala',
    `/periods/${actors.periodId}/reports`,
  );
  const city = reports.find(({ tier }) => tier === 'city');
  await mkdir(out, { recursive: true });
  for (const kind of ['xlsx', 'pdf']) {
    const file = join(out, `laporan-${CITY}.${kind}`);
    await writeFile(file, await actors.api.download('dinsos.kepala', `/reports/${city?.id ?? ''}/${kind}`));
    console.log(`wrote ${file}`);
  }
  console.log(isExplained ? 'The period is closed and every rupiah is explained.' : 'NOT every rupiah is explained.');
  return isExplained;
}

/** Adds `demo`: everybody's part in one period, played over HTTP. Exit 1 when anything does not add up. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('play a whole period over HTTP as each role, with made-up families')
    .option('--kpm <families>', `how many families, from ${FEWEST_FAMILIES} up`, families, '5000')
    .option('--seed <number>', 'which made-up families', '1')
    .option('--out <folder>', 'where the city report goes', '.amanah/reports')
    .option('--scenario <name>', 'what goes wrong at the bank, such as late-return (docs/sandbox-bank.md)')
    .option('--until <stage>', 'stop before the last decision of a stage, such as payment', stage)
    .option('--url <url>', 'the running system', process.env['AMANAH_URL'] ?? 'http://127.0.0.1:3000')
    .action(async (flags: Flags) => {
      const startedAt = Date.now();
      demandScenario(flags);
      await runUntil(flags);
      console.log(`took ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
    });
}
