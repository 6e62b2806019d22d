import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCityRegions } from '../../apps/cli/src/city-regions.js';
import type { Actors } from '../../apps/cli/src/demo/actors.js';
import { allocate } from '../../apps/cli/src/demo/allocate.step.js';
import { ApiClient } from '../../apps/cli/src/demo/api-client.js';
import { pay } from '../../apps/cli/src/demo/distribute.step.js';
import { People } from '../../apps/cli/src/demo/people.js';
import { Progress } from '../../apps/cli/src/demo/progress.js';
import { loadRoster, verify } from '../../apps/cli/src/demo/verify.step.js';
import { DEMO_PASSWORD } from '../../apps/cli/src/prepare/prepare.js';
import { writeSample } from '../../apps/cli/src/sample/write-sample.js';

const CITY = '32.75';

/** Plays a period up to its follow-up, so that the decisions measured are real ones with workflows behind them. */
export async function openCases(url: string, families: number): Promise<Actors> {
  const api = new ApiClient(url, DEMO_PASSWORD);
  const people = await People.load(url);
  const folder = await mkdtemp(join(tmpdir(), 'amanah-bench-roster-'));
  try {
    const actors = await allocate(api, CITY, families);
    await writeSample({
      families,
      seed: 1,
      regions: loadCityRegions(CITY),
      cityCode: CITY,
      outDir: folder,
      formats: ['csv'],
      splitByKelurahan: false,
      onRow: () => undefined,
    });
    await loadRoster(actors, join(folder, `roster-${CITY}.csv`), join(folder, 'dukcapil-results.csv'));
    await verify(actors, people, new Progress());
    await pay(actors);
    return actors;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
