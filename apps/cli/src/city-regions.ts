import { readFileSync } from 'node:fs';
import { DomainError, type Region } from '#domain';
import { projectFile } from '#policies';

/** Region tables kept in `data/regions`, one for each city that is covered below the city's own code. */
const TABLES: Readonly<Record<string, string>> = { '32.75': 'kota-bekasi.csv' };

/** The kecamatan and kelurahan of a city. Throws CITY_UNKNOWN where no table is kept. */
export function loadCityRegions(cityCode: string): Region[] {
  const table = TABLES[cityCode];
  if (table === undefined) {
    throw new DomainError('CITY_UNKNOWN', 'no region table is kept for this city', { known: Object.keys(TABLES) });
  }
  const lines = readFileSync(projectFile(`data/regions/${table}`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [code = '', name = '', parent = ''] = line.trim().split(',');
    return { code, name, parent };
  });
}
