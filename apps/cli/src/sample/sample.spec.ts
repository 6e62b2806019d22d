import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNik } from '#domain';
import { readIdentityResults } from '#files';
import fc from 'fast-check';
import { loadCityRegions } from '../city-regions.js';
import { checkRoster } from '../roster-check.js';
import { allocateFamilies, apportion } from './allocate.js';
import type { SampleManifest } from './manifest.js';
import { writeSample } from './write-sample.js';

const regions = loadCityRegions('32.75');
let dir: string;
let manifest: SampleManifest;

const plan = { families: 3000, seed: 5, regions, cityCode: '32.75', formats: ['csv', 'xlsx'] as const };
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sample-'));
  manifest = await writeSample({ ...plan, outDir: dir, splitByKelurahan: false });
});
afterAll(() => rm(dir, { recursive: true }));

it.each(['csv', 'xlsx'])('the %s has exactly the findings its manifest declares, and no other', async (format) => {
  const check = await checkRoster(join(dir, `roster-32.75.${format}`), '32.75', '2023-03-01');
  const found = check.codes;
  const { NIK_AS_NUMBER: asNumber, ...inBoth } = manifest.hazards;
  expect(found).toEqual(format === 'xlsx' ? { ...inBoth, NIK_AS_NUMBER: asNumber } : inBoth);
  expect(check.rows).toBe(3000);
  expect(Object.keys(inBoth).length).toBeGreaterThan(9);
});

it('has an answer of the civil registry for every row that reaches it', async () => {
  const counts: Record<string, number> = {};
  const seen = new Set<string>();
  for await (const { nik, outcome } of readIdentityResults(join(dir, 'dukcapil-results.csv'))) {
    expect(readNik(nik).ok).toBe(true);
    seen.add(nik);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  const { outcomes } = manifest;
  const total = Object.values(outcomes).reduce((left, right) => left + right, 0);
  expect(seen.size).toBe(total);
  expect(counts).toMatchObject({ matched: outcomes['1'], not_matched: outcomes['2'], dead: outcomes['4'] });
});

it('gives the same files for the same seed, and others for another', async () => {
  const again = await writeSample({ ...plan, outDir: join(dir, 'again'), splitByKelurahan: false });
  const other = await writeSample({ ...plan, seed: 6, outDir: join(dir, 'other'), splitByKelurahan: false });
  expect(again).toEqual(manifest);
  expect(other.files['roster-32.75.csv']).not.toBe(manifest.files['roster-32.75.csv']);
});

it('splits a city into its kelurahan without losing a family', async () => {
  const split = { ...plan, formats: ['csv'] as const, outDir: join(dir, 'split'), splitByKelurahan: true };
  const { files, byKelurahan } = await writeSample(split);
  expect(Object.keys(files)).toHaveLength(57);
  const check = await checkRoster(join(dir, 'split', 'roster-32.75.01.1001.csv'), '32.75', '2023-03-01');
  expect(check.rows).toBe(byKelurahan['32.75.01.1001']);
});

it('apportions every family once, near its share', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), weights, (total, parts) => {
      const sum = parts.reduce((left, right) => left + right, 0);
      const given = apportion(total, parts);
      expect(given.reduce((left, right) => left + right, 0)).toBe(total);
      given.forEach((families, index) => {
        expect(Math.abs(families - (total * (parts[index] ?? 0)) / sum)).toBeLessThan(1);
      });
    }),
  );
  expect(allocateFamilies(75_878, regions, 1)).toHaveLength(56);
});

it('knows every city, and nothing that is none', () => {
  expect(allocateFamilies(7_000, loadCityRegions('32.76'), 1)).toHaveLength(63);
  for (const code of ['32.99', '32', '32.75.02', '']) {
    expect(() => loadCityRegions(code)).toThrow(expect.objectContaining({ code: 'CITY_UNKNOWN' }));
  }
});
