import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROSTER_COLUMNS } from '#domain';
import { loadCityRegions } from '../../../apps/cli/src/city-regions.js';
import { writeSample } from '../../../apps/cli/src/sample/write-sample.js';

export interface RosterFiles {
  readonly roster: string;
  readonly identity: string;
}

/** A made-up list of Kota Bekasi with its match result, as offices send them. */
export async function rosterFiles(families = 40, seed = 11): Promise<RosterFiles> {
  const outDir = mkdtempSync(join(tmpdir(), 'amanah-roster-'));
  try {
    await writeSample({
      families,
      seed,
      regions: loadCityRegions('32.75'),
      cityCode: '32.75',
      outDir,
      formats: ['csv'],
      splitByKelurahan: false,
      onRow: () => undefined,
    });
    const read = (name: string): string => readFileSync(join(outDir, name), 'utf8');
    return { roster: read('roster-32.75.csv'), identity: read('dukcapil-results.csv') };
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** The same list with its first families in another kelurahan, as its office wrote the name. */
export function movedTo(roster: string, kelurahan: string, kecamatan: string, families: number): string {
  const [header = '', ...rows] = roster.split('\n');
  const moved = rows.map((row, index) => {
    if (index >= families) return row;
    const cells = row.split(',');
    cells[ROSTER_COLUMNS.indexOf('KELURAHAN')] = kelurahan;
    cells[ROSTER_COLUMNS.indexOf('KECAMATAN')] = kecamatan;
    return cells.join(',');
  });
  return [header, ...moved].join('\n');
}
