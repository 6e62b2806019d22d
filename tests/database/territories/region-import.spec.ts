import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importRegions, type RegionImport } from '#application';
import { rowsOf } from '#persistence';
import { projectFile } from '#policies';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const dir = mkdtempSync(join(tmpdir(), 'regions-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const DEPOK = [
  ['32.76.06.1001', 'Beji'],
  ['32.76', 'Kota Depok'],
  ['32', 'Jawa Barat'],
  ['32.76.06', 'Beji'],
];

function fileOf(rows: readonly (readonly string[])[]): string {
  const path = join(dir, 'regions.csv');
  writeFileSync(path, ['code,name', ...rows.map((row) => row.join(','))].join('\n'));
  return path;
}
const load = (rows: readonly (readonly string[])[], isTrial = false): Promise<RegionImport> =>
  importRegions(database.source, fileOf(rows), { isTrial });
const standing = () => rowsOf(database.manager, 'select * from territory order by code');
const trail = () =>
  rowsOf<{ action: string; subject_id: string }>(
    database.manager,
    `select action, subject_id, details from audit_entry where subject_type = 'region' order by id`,
  );

beforeEach(() =>
  database.asOwner((manager) =>
    manager.query(`alter table audit_entry disable trigger all; truncate territory; truncate audit_entry;
                   alter table audit_entry enable trigger all`),
  ),
);

test('a list in any order is loaded with level and parent, is in the trail, and changes nothing the second time', async () => {
  const counts = { rows: 4, added: 4, changed: 0, unchanged: 0, missing: 0, isApplied: true, issues: [] };
  const first = await load(DEPOK);
  expect(first).toMatchObject(counts);
  const loaded = await standing();
  expect(loaded).toEqual([
    { code: '32', name: 'Jawa Barat', level: 'province', parent_code: null },
    { code: '32.76', name: 'Kota Depok', level: 'city', parent_code: '32' },
    { code: '32.76.06', name: 'Beji', level: 'kecamatan', parent_code: '32.76' },
    { code: '32.76.06.1001', name: 'Beji', level: 'kelurahan', parent_code: '32.76.06' },
  ]);
  const details = { sha256: first.sha256, rows: 4, added: 4, changed: 0, missing: 0, by: 'console' };
  expect(await trail()).toEqual([{ action: 'regions.imported', subject_id: first.sha256, details }]);

  expect(await load(DEPOK)).toMatchObject({ ...counts, added: 0, unchanged: 4 });
  expect(await standing()).toEqual(loaded);
  expect(await trail()).toHaveLength(1);
});

test('another name is changed, said with both, and in the trail with both', async () => {
  await load(DEPOK);
  const renamed = DEPOK.map(([code = '', name = '']) => [code, code === '32.76.06' ? 'Beji Raya' : name]);
  const details = { value: '32.76.06', before: 'Beji', after: 'Beji Raya' };
  const issue = { row: 5, column: 'NAMA', code: 'REGION_RENAMED', details };
  expect(await load(renamed)).toMatchObject({ added: 0, changed: 1, unchanged: 3, isApplied: true, issues: [issue] });
  expect(await standing()).toContainEqual(expect.objectContaining({ code: '32.76.06', name: 'Beji Raya' }));
  expect((await trail()).map(({ action, subject_id: id }) => [action, id])).toContainEqual([
    'region.renamed',
    '32.76.06',
  ]);
});

test('what the list lacks of its own place is said and stays; other places are no subject of it', async () => {
  await load([...DEPOK, ['32.75', 'Kota Bekasi']]);
  const issue = {
    row: null,
    column: 'KODE',
    code: 'REGION_MISSING_IN_FILE',
    details: { value: '32.76.06.1001', name: 'Beji' },
  };
  const ofDepok = [...DEPOK.filter(([code]) => code === '32.76' || code === '32.76.06'), ['32.76.06.1002', 'Kukusan']];
  expect(await load(ofDepok)).toMatchObject({ added: 1, unchanged: 2, missing: 1, isApplied: true, issues: [issue] });
  expect(await standing()).toHaveLength(6);
  // Of what it has no line at all, kecamatan and kelurahan, a list says nothing.
  expect(await load([['32.76', 'Kota Depok']])).toMatchObject({ unchanged: 1, missing: 0, issues: [] });
});

test('a list of the nation misses a province as a whole', async () => {
  await load([
    ['31', 'Jakarta'],
    ['32', 'Jawa Barat'],
    ['33', 'Jawa Tengah'],
    ['33.01', 'Kabupaten Cilacap'],
  ]);
  const list = await load([
    ['31', 'Jakarta'],
    ['32', 'Jawa Barat'],
    ['32.01', 'Kabupaten Bogor'],
  ]);
  expect(list.issues.map(({ details }) => details['value'])).toEqual(['33', '33.01']);
});

test('one mistake anywhere, and nothing is written', async () => {
  await load(DEPOK);
  const before = await standing();
  const list = await load([...DEPOK, ['32.77', 'Kota Cimahi'], ['32.99.01', 'Nowhere'], ['3278', 'x'], ['32.79', '']]);
  expect(list).toMatchObject({ added: 0, mistakes: 3, isApplied: false });
  expect(list.issues.map(({ row, column, code }) => [row, column, code])).toEqual([
    [7, 'KODE', 'REGION_PARENT_MISSING'],
    [8, 'KODE', 'REGION_CODE_FORM'],
    [9, 'NAMA', 'CELL_EMPTY'],
  ]);
  expect(await standing()).toEqual(before);
  expect(await trail()).toHaveLength(1);
});

test('a parent that was loaded before is enough, and a trial keeps nothing', async () => {
  await load(DEPOK);
  expect(await load([['32.76.06.1002', 'Kukusan']], true)).toMatchObject({ added: 1, mistakes: 0, isApplied: false });
  expect(await standing()).toHaveLength(4);
  expect(await load([['32.76.06.1002', 'Kukusan']])).toMatchObject({ added: 1, missing: 0, isApplied: true });
});

test('of two at once one adds, and the other finds everything there', async () => {
  const path = fileOf(DEPOK);
  const both = await Promise.all([importRegions(database.source, path), importRegions(database.source, path)]);
  expect(both.map(({ added }) => added).sort()).toEqual([0, 4]);
});

test('the nation as it ships is loaded whole, within seconds', async () => {
  const nation = projectFile('data/regions/wilayah.csv');
  expect(await importRegions(database.source, nation)).toMatchObject({ rows: 91_599, added: 91_599, issues: [] });
  const levels = await rowsOf(database.manager, 'select level, count(*)::int from territory group by 1 order by 2');
  expect(levels).toEqual([
    { level: 'province', count: 38 },
    { level: 'city', count: 514 },
    { level: 'kecamatan', count: 7_285 },
    { level: 'kelurahan', count: 83_762 },
  ]);
  expect(await importRegions(database.source, nation)).toMatchObject({ added: 0, unchanged: 91_599, missing: 0 });
}, 60_000);
