import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkOfficers } from './officers-check.js';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'officers-'))));
afterAll(() => rm(dir, { recursive: true }));

const HEADER = 'username;name;office;level;territory code;role;from;to';
const SITI = 'lurah.kranji2;Siti Aminah;Kelurahan Kranji;kelurahan;32.75.02.1002;lurah;2023-03-01;';

async function check(...lines: string[]) {
  const path = join(dir, 'officers.csv');
  await writeFile(path, [HEADER, ...lines, ''].join('\n'));
  return checkOfficers(path, '2023-03-06');
}

test('a right list is counted, under English headers too', async () => {
  expect(await check(SITI)).toMatchObject({ rows: 1, appointments: 1, officers: 1, findings: [] });
});

test('lines are judged against one another, and where they say they are', async () => {
  const { findings } = await check(
    SITI,
    SITI.replace('lurah;2023', 'kelurahan operator;2023'),
    SITI.replace('lurah.kranji2', 'Dua Kata'),
  );
  expect(findings.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'PERAN', 'ROLES_INCOMPATIBLE'],
    [4, 'USERNAME', 'USERNAME_FORM'],
  ]);
});

test('a territory that no table has is found', async () => {
  const { findings } = await check(SITI.replace('.1002', '.9999'));
  expect(findings).toMatchObject([{ row: 2, column: 'KODE WILAYAH', code: 'TERRITORY_UNKNOWN' }]);
});
