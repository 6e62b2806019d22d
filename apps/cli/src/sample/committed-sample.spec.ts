import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256OfFile } from '#files';
import { projectFile } from '#policies';
import { loadCityRegions } from '../city-regions.js';
import { checkRoster } from '../roster-check.js';
import type { SampleManifest } from './manifest.js';
import { writeSample } from './write-sample.js';

const samples = projectFile('data/samples');
const manifest = JSON.parse(readFileSync(join(samples, 'manifest.json'), 'utf8')) as SampleManifest;

it('is what its manifest says', async () => {
  for (const [name, sha256] of Object.entries(manifest.files)) {
    expect(await sha256OfFile(join(samples, name))).toBe(sha256);
  }
  const check = await checkRoster(join(samples, 'roster-32.75.xlsx'), '32.75', '2023-03-01');
  expect(check.codes).toEqual(manifest.hazards);
});

it('can be made again from its seed', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'committed-'));
  const { families, seed, cityCode } = manifest;
  const plan = { families, seed, cityCode, outDir, regions: loadCityRegions(cityCode), splitByKelurahan: false };
  // The workbook is left out: how tightly it is packed may change with the version of Node.
  const again = await writeSample({ ...plan, formats: ['csv'] });
  expect(manifest.files).toMatchObject(again.files);
  await rm(outDir, { recursive: true });
});
