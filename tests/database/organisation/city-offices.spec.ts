import type { DataSource } from 'typeorm';
import { openCityOffices } from '#application';
import { levelOf, type OfficeOfCity, parentOf } from '#domain';
import { createDataSource, OfficeListRepository, OfficerRepository, ReferenceRepository, rowsOf } from '#persistence';
import { shippedRegions } from '#policies';
import { prepare } from '../../../apps/cli/src/prepare/prepare.js';
import { type TestDatabase, testDatabase } from '../../support/servers/test-database.js';

let created: TestDatabase;
let database: DataSource;
beforeEach(async () => {
  created = await testDatabase();
  database = await createDataSource(created.url, 6).initialize();
});
afterEach(async () => {
  await database.destroy();
  await created.drop();
});

const [BEKASI, DEPOK] = ['32.75', '32.76'] as const;

const open = (city: string): Promise<readonly OfficeOfCity[]> =>
  database.transaction((manager) => openCityOffices(manager, city));
const demo = () => new OfficerRepository(database.manager).demo();

async function load(...cities: readonly string[]): Promise<void> {
  const isWithin = (code: string): boolean => code === '32' || cities.some((city) => `${code}.`.startsWith(`${city}.`));
  const rows = shippedRegions()
    .filter(({ code }) => isWithin(code))
    .map(({ code, name }) => ({ code, name, level: levelOf(code), parentCode: parentOf(code) ?? null }));
  await new ReferenceRepository(database.manager).addTerritories(rows);
}

test('a city whose kelurahan nobody has loaded, and a code of no city, are refused', async () => {
  await prepare({ databaseUrl: created.url, sandbox: false });
  await expect(open(DEPOK)).rejects.toMatchObject({ code: 'REGIONS_MISSING' });
  await expect(open('32.99')).rejects.toMatchObject({ code: 'CITY_UNKNOWN' });
  await expect(open('32')).rejects.toMatchObject({ code: 'CITY_UNKNOWN' });
});

test('every place of a city gets its office, vacant; a second time nothing is opened', async () => {
  await load(DEPOK);
  const offices = await open(DEPOK);
  expect(offices).toHaveLength(3 + 11 + 63);
  expect(offices.every(({ isNew, vacant }) => isNew && vacant.length > 0)).toBe(true);
  const page = { scopes: ['ID'], within: DEPOK, limit: 200 };
  const listed = await new OfficeListRepository(database.manager).page(page);
  expect(listed.map(({ name }) => name).sort()).toEqual(
    offices
      .slice(1)
      .map(({ name }) => name)
      .sort(),
  );

  const again = await open(DEPOK);
  expect(again.map(({ name, isNew }) => [name, isNew])).toEqual(offices.map(({ name }) => [name, false]));
  const noted = await rowsOf(database.manager, `select details from audit_entry where action = 'offices.opened'`);
  expect(noted).toEqual([{ details: { offices: 77, by: 'console' } }]);
});

test('offices of any two cities never share a name, and two who open the same city open it once', async () => {
  await load(BEKASI, DEPOK, '32.16', '32.01');
  // Namesakes: there is a Kabupaten Bekasi, and a Kelurahan Curug in half a dozen cities.
  const opened = await Promise.all([open(BEKASI), open('32.16'), open('32.01'), open(DEPOK), open(BEKASI)]);
  expect(opened[0].map(({ name }) => name)).toEqual(opened[4].map(({ name }) => name));
  const isOpener = (offices: readonly OfficeOfCity[]): boolean => offices.slice(1).every(({ isNew }) => isNew);
  expect([isOpener(opened[0]), isOpener(opened[4])].sort()).toEqual([false, true]);
  const ofCities = opened.slice(0, 4).flatMap((offices) => offices.slice(1).map(({ name }) => name));
  expect(new Set(ofCities).size).toBe(ofCities.length);
});

test('a sandbox has its people in each of its cities, and a city that comes later adds only its own', async () => {
  const config = { databaseUrl: created.url, sandbox: true };
  await prepare(config);
  const before = await demo();
  expect(before.map(({ username }) => username)).toEqual(
    expect.arrayContaining(['dinsos.kepala', 'walikota', 'provinsi', 'camat.bekasi-timur', 'lurah.kranji']),
  );
  await prepare({ ...config, sandboxCities: [BEKASI, DEPOK] });
  const after = await demo();
  const added = after.filter(({ username }) => !before.some((one) => one.username === username));
  expect(added).toHaveLength(3 + 2 * 11 + 2 * 63);
  expect(added.every(({ territoryCode }) => territoryCode.startsWith(DEPOK))).toBe(true);
  // Kelurahan Curug is in Cimanggis and in Bojongsari.
  const names = [
    'dinsos.kepala.3276',
    'walikota.3276',
    'lurah.beji.3276',
    'lurah.curug.3276021008',
    'lurah.curug.3276111005',
  ];
  expect(added.map(({ username }) => username)).toEqual(expect.arrayContaining(names));

  await prepare(config);
  await prepare({ ...config, sandboxCities: [DEPOK] });
  expect(await demo()).toEqual(after);
});
