import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameOffices, officesOfCity } from '#domain';
import { writeCsv } from '#files';
import { shippedRegions } from '#policies';
import { checkOfficers } from './officers-check.js';
import { vacancies } from './vacancies.js';

const ofCity = (city: string) => nameOffices(officesOfCity(city, shippedRegions()), []);

test('the list of vacant posts is a list of officers in which only the people are missing', async () => {
  const [header = [], ...lines] = vacancies(ofCity('32.76'));
  expect(lines).toHaveLength(1 + 3 + 2 * 11 + 2 * 63);
  const dir = await mkdtemp(join(tmpdir(), 'posts-'));
  const path = join(dir, 'posts.csv');
  const cell = (line: readonly string[], column: string, index: number): string =>
    ({ USERNAME: `officer.${index}`, NAMA: 'Made-up Officer', MULAI: '2023-03-01' })[column] ??
    line[header.indexOf(column)] ??
    '';
  const filled = lines.map((line, index) => header.map((column) => cell(line, column, index)));
  await writeCsv([header, ...filled], createWriteStream(path));
  expect(await checkOfficers(path, '2023-03-06')).toMatchObject({ appointments: lines.length, findings: [] });
  await rm(dir, { recursive: true });
});

test('the coordinator of a province stands in it once, however many of its cities are asked for', () => {
  const lines = vacancies([...ofCity('32.76'), ...ofCity('32.75')]);
  expect(lines.filter((line) => line.includes('province_observer'))).toHaveLength(1);
});
