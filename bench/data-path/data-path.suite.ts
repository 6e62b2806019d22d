import { join } from 'node:path';
import { loadCityRegions } from '../../apps/cli/src/city-regions.js';
import { prepare } from '../../apps/cli/src/prepare/prepare.js';
import { writeSample } from '../../apps/cli/src/sample/write-sample.js';
import { withBenchDatabase } from '../bench-database.js';
import { atMost, type BenchRow, seconds } from '../row.js';
import { seedPeriod } from '../seed.js';
import { bareSqlPath } from './bare-sql.js';
import { productPath } from './product.js';

/** The budget of the design: at most twice the time of bare SQL, in flat memory. */
const TIMES_BARE_SQL = 2;
const MEGABYTES = 400;

const residentMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

/** N families from file to reconciled report, against bare SQL doing the same work in the same run. */
export async function dataPathSuite(families: number): Promise<BenchRow[]> {
  return withBenchDatabase(async (bench) => {
    await prepare({ databaseUrl: bench.url, sandbox: false });
    const seeded = await seedPeriod(bench.database, families);
    await writeSample({
      families,
      seed: 1,
      regions: loadCityRegions('32.75'),
      cityCode: '32.75',
      outDir: bench.folder,
      formats: ['csv'],
      splitByKelurahan: false,
      onRow: () => undefined,
    });
    const files = {
      roster: join(bench.folder, 'roster-32.75.csv'),
      identity: join(bench.folder, 'dukcapil-results.csv'),
    };
    const bare = await seconds(() => bareSqlPath(bench, files));
    const before = residentMegabytes();
    const product = await seconds(() => productPath(bench, seeded, files));
    return [
      atMost('data-path', `time-of-${families}`, product, 's', bare * TIMES_BARE_SQL),
      atMost('data-path', 'peak-memory', Math.max(before, residentMegabytes()), 'MB', MEGABYTES),
    ];
  });
}
