import { SingleBar } from 'cli-progress';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { loadCityRegions } from '../city-regions.js';
import { SANDBOX } from '../sandbox.js';
import { writeSample } from './write-sample.js';

interface Flags {
  readonly kpm: number;
  readonly seed: number;
  readonly out: string;
  readonly city: string;
  readonly format: 'csv' | 'xlsx' | 'both';
  readonly split?: 'kelurahan';
}

/** As many families as Kota Bekasi had in 2025 (project research, §d). */
const CITY_FAMILIES = 75_878;

function wholeNumber(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('a whole number of at most 7 digits');
  return Number(text);
}

async function runSample(flags: Flags): Promise<void> {
  const formats = flags.format === 'both' ? (['csv', 'xlsx'] as const) : [flags.format];
  const bar = new SingleBar({ format: '{bar} {value}/{total} rows, {eta_formatted} left', noTTYOutput: false });
  if (process.stderr.isTTY) bar.start(flags.kpm * formats.length, 0);
  const manifest = await writeSample({
    families: flags.kpm,
    seed: flags.seed,
    regions: loadCityRegions(flags.city),
    cityCode: flags.city,
    outDir: flags.out,
    formats,
    splitByKelurahan: flags.split === 'kelurahan',
    onRow: () => {
      bar.increment();
    },
  });
  bar.stop();
  process.stdout.write(`${Object.keys(manifest.files).length + 1} files written to ${flags.out}\n`);
}

/** Adds `sample`: made-up rosters and match results of a city, for demos, tests and measurements. */
export function addSampleCommand(program: Command): void {
  program
    .command('sample')
    .description('make up a city: rosters, match results of the civil registry, and the counts to expect')
    .option('--kpm <count>', 'number of families', wholeNumber, CITY_FAMILIES)
    .option('--seed <number>', 'the same seed gives the same files', wholeNumber, 1)
    .option('--out <folder>', 'where to write', '.amanah/samples')
    .option('--city <code>', 'code of the city', SANDBOX.cities[0])
    .addOption(new Option('--format <format>', 'kind of roster file').choices(['csv', 'xlsx', 'both']).default('both'))
    .addOption(new Option('--split <level>', 'one roster for each territory of this level').choices(['kelurahan']))
    .action(runSample);
}
