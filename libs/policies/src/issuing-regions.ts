import { readFileSync } from 'node:fs';
import { type IssuingRegions, levelOf } from '#domain';
import { projectFile } from './project-file.js';
import { shippedRegions } from './shipped-regions.js';

let kept: IssuingRegions | undefined;

const digitsOf = (code: string): string => code.replaceAll('.', '');

/** Codes that were given up; of these the first four digits are still in NIKs. */
function formerCities(): [string, string][] {
  const lines = readFileSync(projectFile('data/regions/kode-lama.csv'), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [code = '', name = ''] = line.split(',');
    return [digitsOf(code), name];
  });
}

/**
 * Every city and regency a NIK can have been issued in, by its first four digits (data/regions, with sources). A code that
 * was given out anew means what it means today. Read once.
 */
export function loadIssuingRegions(): IssuingRegions {
  kept ??= new Map([
    ...formerCities(),
    ...shippedRegions()
      .filter(({ code }) => levelOf(code) === 'city')
      .map(({ code, name }): [string, string] => [digitsOf(code), name]),
  ]);
  return kept;
}
