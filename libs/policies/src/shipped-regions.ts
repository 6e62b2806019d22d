import { readFileSync } from 'node:fs';
import { parentOf, type Region } from '#domain';
import { projectFile } from './project-file.js';

let kept: readonly Region[] | undefined;

/** The file of the nation's regions that comes with the program (data/README.md has its source and licence). */
export const shippedRegionsFile = (): string => projectFile('data/regions/wilayah.csv');

/** The outlines that come with the program, of the kelurahan of one city so far. */
export const shippedOutlinesFile = (): string => projectFile('data/boundaries/bekasi-kelurahan.geojson');

/** Every province, city, kecamatan, kelurahan and desa as the program ships them, by code. Read once; needs no database. */
export function shippedRegions(): readonly Region[] {
  kept ??= readFileSync(shippedRegionsFile(), 'utf8').trimEnd().split('\n').slice(1).map(regionOf);
  return kept;
}

/** A code holds no comma, and a name that does stands between quotation marks. */
function regionOf(line: string): Region {
  const comma = line.indexOf(',');
  const code = line.slice(0, comma);
  const name = line.slice(comma + 1).replace(/^"(.*)"$/, '$1');
  return { code, name, parent: parentOf(code) ?? '' };
}
