import { readFileSync } from 'node:fs';
import { readIssuingRegion } from '#domain';
import { loadIssuingRegions } from './issuing-regions.js';
import { projectFile } from './project-file.js';
import { shippedRegions } from './shipped-regions.js';

const tableOf = (name: string): string[][] =>
  readFileSync(projectFile(`data/regions/${name}`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
const CURRENT = shippedRegions()
  .filter(({ code }) => code.length <= 5)
  .map(({ code, name, parent }) => [code, name, parent]);
const FORMER = tableOf('kode-lama.csv');

test('every city has issued NIKs, under its code of today and under the one it gave up', () => {
  const regions = loadIssuingRegions();
  expect(regions.size).toBe(514 + FORMER.length);
  for (const [code = '', name, parent] of [...CURRENT, ...FORMER]) {
    if (parent !== '') expect([code, regions.get(code.replace('.', ''))]).toEqual([code, name]);
  }
});

test('a former code is in force nowhere, and its city has another today under the same name', () => {
  const today = new Map(CURRENT.map(([code = '', name = '']) => [code, name]));
  for (const [code = '', name = '', , now = ''] of FORMER) {
    expect([code, today.has(code), today.get(now)]).toEqual([code, false, name]);
  }
});

test.each([
  ['3275014101800042', { found: 'own' }],
  ['9171014101800042', { found: 'other', name: 'Kota Jayapura' }],
  ['9101014101800042', { found: 'other', name: 'Kabupaten Merauke' }],
  ['5575014101800042', { found: 'unknown' }],
  ['3299014101800042', { found: 'unknown' }],
])('%s was issued in %o', (nik, reading) => {
  expect(readIssuingRegion(nik, '32.75', loadIssuingRegions())).toEqual(reading);
});
