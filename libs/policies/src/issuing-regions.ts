import { readFileSync } from 'node:fs';
import type { IssuingRegions } from '#domain';
import { projectFile } from './project-file.js';

/** Codes in force, then those that were given up: a code that was given out anew means what it means today. */
const TABLES = ['kode-lama.csv', 'provinsi-kabupaten-kota.csv'];
const CITY_DIGITS = 4;

let kept: IssuingRegions | undefined;

/** Every city and regency a NIK can have been issued in, by its first four digits (data/regions, with sources). Read once. */
export function loadIssuingRegions(): IssuingRegions {
  kept ??= new Map(
    TABLES.flatMap((table) => {
      const lines = readFileSync(projectFile(`data/regions/${table}`), 'utf8')
        .trim()
        .split('\n')
        .slice(1);
      return lines.map((line): [string, string] => {
        const [code = '', name = ''] = line.trim().split(',');
        return [code.replaceAll('.', ''), name];
      });
    }).filter(([digits]) => digits.length === CITY_DIGITS),
  );
  return kept;
}
