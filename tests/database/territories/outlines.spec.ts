import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addShippedOutlines, importOutlines, importRegions } from '#application';
import type { Position } from '#domain';
import { OutlinesReadModel, rowsOf } from '#persistence';
import { projectFile } from '#policies';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const dir = mkdtempSync(join(tmpdir(), 'outlines-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const SHIPPED = projectFile('data/boundaries/bekasi-kelurahan.geojson');
const PLACES = ['32', '32.76', '32.76.06', '32.76.06.1001', '32.76.06.1002', '32.76.10', '32.76.10.1007'];

beforeEach(async () => {
  await database.asOwner((manager) =>
    manager.query(`alter table audit_entry disable trigger all; truncate territory; truncate territory_outline; truncate audit_entry;
                   alter table audit_entry enable trigger all`),
  );
  const path = join(dir, 'regions.csv');
  writeFileSync(path, ['code,name', ...PLACES.map((code) => `${code},Nama ${code}`)].join('\n'));
  await importRegions(database.source, path);
});

/** A square of a tenth of a degree whose lower left corner lies so many squares from a corner of Depok. */
function square(right: number, up: number): readonly Position[] {
  const at = (x: number, y: number): Position => [106.8 + (right + x) / 10, -6.4 + (up + y) / 10];
  return [at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)];
}
const feature = (code: string, ...ring: Position[]) => ({
  ...{ type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [ring] } },
});
const BEJI = feature('32.76.06.1001', ...square(0, 0));
const KUKUSAN = feature('32.76.06.1002', ...square(1, 0));
const CIMPAEUN = feature('32.76.10.1007', ...square(0, 1));

function fileOf(...features: unknown[]): string {
  const path = join(dir, 'outlines.geojson');
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
  return path;
}
const load = (...features: unknown[]) => importOutlines(database.source, fileOf(...features));
const standing = async () =>
  Object.fromEntries(
    (
      await rowsOf<{ code: string; joined: boolean; corners: number }>(
        database.manager,
        `select code, is_derived as joined, jsonb_array_length(polygons -> 0 -> 0) as corners from territory_outline order by code`,
      )
    ).map(({ code, joined, corners }) => [code, joined ? `joined ${corners}` : corners]),
  );
const partsOf = async (code: string) =>
  (await new OutlinesReadModel(database.manager, code).parts()).map(({ territoryCode }) => territoryCode);
const trail = () =>
  rowsOf<{ details: object }>(
    database.manager,
    `select details from audit_entry where action = 'outlines.imported' order by id`,
  );

test('a kecamatan is joined when each of its kelurahan has an outline, and a city when each kecamatan has', async () => {
  expect(await load(BEJI)).toMatchObject({ features: 1, added: 1, joined: 0, isApplied: true, issues: [] });
  expect(await standing()).toEqual({ '32.76.06.1001': 5 });
  expect(await load(BEJI, KUKUSAN)).toMatchObject({ added: 1, unchanged: 1, joined: 1 });
  // Two squares beside each other: the border between them is gone.
  expect(await standing()).toMatchObject({ '32.76.06': 'joined 5' });
  expect(await load(CIMPAEUN)).toMatchObject({ added: 1, joined: 2 });
  expect(await standing()).toMatchObject({ '32.76': 'joined 7', '32.76.10': 'joined 5' });
  expect(await partsOf('32.76')).toEqual(['32.76.06', '32.76.10']);
  expect(await partsOf('32.76.06')).toEqual(['32.76.06.1001', '32.76.06.1002']);
  expect(await partsOf('ID')).toEqual([]);
});

test('the same file again changes nothing and leaves no trace; another outline changes what is joined of it', async () => {
  const first = await load(BEJI, KUKUSAN);
  const details = { sha256: first.sha256, features: 2, added: 2, changed: 0, joined: 1, by: 'console' };
  expect(await trail()).toEqual([{ details }]);
  const model = new OutlinesReadModel(database.manager, '32.76');
  const version = await model.version();
  expect(await load(BEJI, KUKUSAN)).toMatchObject({ added: 0, changed: 0, unchanged: 2, joined: 0 });
  expect(await trail()).toHaveLength(1);
  expect(await model.version()).toBe(version);
  expect(await load(feature('32.76.06.1002', ...square(1, 1)))).toMatchObject({ changed: 1, joined: 1 });
  expect(await model.version()).not.toBe(version);
});

test('an outline by a file takes the place of a joined one, and is not joined over', async () => {
  await load(BEJI, KUKUSAN);
  expect(await load(feature('32.76.06', ...square(0, 0)))).toMatchObject({ added: 0, changed: 1 });
  expect(await load(feature('32.76.06.1002', ...square(1, 1)))).toMatchObject({ changed: 1, joined: 0 });
  expect(await standing()).toMatchObject({ '32.76.06': 5 });
});

test('one mistake anywhere, and nothing is written; each is said with its feature', async () => {
  const swapped = square(0, 0).map(([longitude, latitude]): Position => [latitude, longitude]);
  const done = await load(BEJI, BEJI, feature('32.99', ...square(0, 0)), feature('32.76', ...swapped), {});
  expect(done).toMatchObject({ features: 5, mistakes: 4, added: 0, isApplied: false });
  expect(done.issues.map(({ feature: at, code }) => [at, code])).toEqual([
    [2, 'OUTLINE_TWICE'],
    [3, 'OUTLINE_UNKNOWN'],
    [4, 'OUTLINE_OUTSIDE'],
    [5, 'OUTLINE_CODE'],
  ]);
  expect(await standing()).toEqual({});
  expect(await trail()).toEqual([]);
});

test('a trial says what would change, and keeps nothing', async () => {
  const path = fileOf(BEJI, KUKUSAN);
  const trial = await importOutlines(database.source, path, { isTrial: true });
  expect(trial).toMatchObject({ added: 2, joined: 1, mistakes: 0, isApplied: false });
  expect(await standing()).toEqual({});
});

test('of two at once one adds, and the other finds everything there', async () => {
  const path = fileOf(BEJI, KUKUSAN);
  const both = await Promise.all([importOutlines(database.source, path), importOutlines(database.source, path)]);
  expect(both.map(({ added }) => added).sort()).toEqual([0, 2]);
});

test('what ships is added where its territories are loaded and nothing stands yet', async () => {
  expect(await addShippedOutlines(database.source, SHIPPED)).toBe(0);
  const nation = readFileSync(projectFile('data/regions/wilayah.csv'), 'utf8').split('\n');
  const path = join(dir, 'bekasi.csv');
  writeFileSync(path, nation.filter((line) => /^(code|32|32[.]75.*),/.test(line)).join('\n'));
  await importRegions(database.source, path);
  await load(feature('32.75.02.1002', ...square(0, 0)));
  expect(await addShippedOutlines(database.source, SHIPPED)).toBe(55);
  expect(await addShippedOutlines(database.source, SHIPPED)).toBe(0);
  expect(await standing()).toMatchObject({ '32.75.02.1002': 5 });
  expect(await partsOf('32.75')).toHaveLength(12);
  expect(await partsOf('32')).toEqual(['32.75']);
});
