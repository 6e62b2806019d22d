import { createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  IDENTITY_COLUMNS,
  sha256OfFile,
  writeRawCsv,
  writeRosterCsv,
  writeRosterXlsx,
  type RosterRecord,
} from '#files';
import type { Writable } from 'node:stream';
import { allocateFamilies } from './allocate.js';
import { generateRows, type SamplePlan, type SampleRow } from './generate.js';
import { OUTCOME_REMARKS } from './hazards.js';
import { SampleTally, type SampleManifest } from './manifest.js';
import type { SampleFormat } from './spoil.js';

export interface SampleOptions extends SamplePlan {
  readonly cityCode: string;
  readonly outDir: string;
  readonly formats: readonly SampleFormat[];
  /** One roster for each kelurahan in place of one for the city. */
  readonly splitByKelurahan: boolean;
  /** Called for every row written, for a progress bar. */
  readonly onRow?: () => void;
}

async function writeFileWhole(path: string, write: (writable: Writable) => Promise<void>): Promise<void> {
  await write(createWriteStream(`${path}.part`));
  await rename(`${path}.part`, path);
}

/** Cuts rows that come kelurahan by kelurahan into one run for each file. */
class RowRuns {
  private next: IteratorResult<SampleRow, void>;

  constructor(private readonly rows: Iterator<SampleRow, void>) {
    this.next = rows.next();
  }

  *take(belongs: (row: SampleRow) => boolean): Generator<RosterRecord, void, undefined> {
    while (this.next.done !== true && belongs(this.next.value)) {
      yield this.next.value.record;
      this.next = this.rows.next();
    }
  }
}

function* observed(rows: Iterable<SampleRow>, watch: (row: SampleRow) => void): Generator<SampleRow, void, undefined> {
  for (const row of rows) {
    watch(row);
    yield row;
  }
}

async function writeRosters(
  options: SampleOptions,
  format: SampleFormat,
  watch: (row: SampleRow) => void,
): Promise<string[]> {
  const write = format === 'csv' ? writeRosterCsv : writeRosterXlsx;
  const runs = new RowRuns(observed(generateRows(options, format), watch));
  const codes = options.splitByKelurahan
    ? allocateFamilies(options.families, options.regions, options.seed).map(({ kelurahan }) => kelurahan.code)
    : [options.cityCode];
  const names: string[] = [];
  for (const code of codes) {
    const name = `roster-${code}.${format}`;
    const rows = runs.take(({ place }) => !options.splitByKelurahan || place.kelurahan.code === code);
    await writeFileWhole(join(options.outDir, name), (writable) => write(rows, writable));
    names.push(name);
  }
  return names;
}

const NOT_MATCHED = '2';

/** As the registry has it: a letter more or less, which is what most mismatches are. */
function spelledOtherwise(name: string): string {
  return name.endsWith('A') ? `${name}H` : name.slice(0, -1);
}

function* identityLines(rows: Iterable<SampleRow>): Generator<string[], void, undefined> {
  yield [...IDENTITY_COLUMNS];
  for (const { outcome, family } of rows) {
    if (outcome === undefined) continue;
    const name = family['NAMA LENGKAP'];
    yield [
      family.NIK,
      family.NKK,
      outcome === NOT_MATCHED ? spelledOtherwise(name) : name,
      outcome,
      OUTCOME_REMARKS[outcome],
    ];
  }
}

/**
 * Writes rosters, the civil registry's results (`dukcapil-results.csv`) and `manifest.json` into a directory, row by
 * row. Every name and number is made up; the same options give the same bytes.
 */
export async function writeSample(options: SampleOptions): Promise<SampleManifest> {
  await mkdir(options.outDir, { recursive: true });
  const tally = new SampleTally(options);
  const names: string[] = [];
  for (const [index, format] of options.formats.entries()) {
    const watch = (row: SampleRow) => {
      if (index === 0) tally.add(row);
      options.onRow?.();
    };
    names.push(...(await writeRosters(options, format, watch)));
  }
  const results = 'dukcapil-results.csv';
  const rows = generateRows(options, 'csv');
  await writeFileWhole(join(options.outDir, results), (writable) => writeRawCsv(identityLines(rows), writable));
  names.push(results);
  const files: Record<string, string> = {};
  for (const name of names) files[name] = await sha256OfFile(join(options.outDir, name));
  const manifest = tally.manifest(files);
  await writeFile(join(options.outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
