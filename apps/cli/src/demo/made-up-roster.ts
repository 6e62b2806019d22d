import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCityRegions } from '../city-regions.js';
import type { SamplePlan } from '../sample/generate.js';
import { writeSample } from '../sample/write-sample.js';

export interface RosterFiles {
  readonly roster: string;
  /** What Dukcapil would answer for the same families. */
  readonly matches: string;
}

/** One CSV of made-up families of a whole city with its match results, there while `use` runs. */
export async function withMadeUpRoster<T>(
  plan: Pick<SamplePlan, 'families' | 'seed' | 'channel'> & { readonly cityCode: string },
  use: (files: RosterFiles) => Promise<T>,
): Promise<T> {
  const outDir = await mkdtemp(join(tmpdir(), 'amanah-roster-'));
  try {
    await writeSample({
      ...plan,
      regions: loadCityRegions(plan.cityCode),
      outDir,
      formats: ['csv'],
      splitByKelurahan: false,
      onRow: () => undefined,
    });
    return await use({
      roster: join(outDir, `roster-${plan.cityCode}.csv`),
      matches: join(outDir, 'dukcapil-results.csv'),
    });
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
