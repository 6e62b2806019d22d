import { loadConfig } from '#config';
import { IndexFamilyNames } from '#application';
import { PersonVault, rowsOf } from '#persistence';
import { aScene, KRANJI, type Scene } from '../../api/support/scene.js';
import { aPerson, aRowOf, aSentList, familyAt } from '../../support/factories/families.js';
import { anOfficer } from '../../support/factories/officers.js';

const SITI = aPerson({ fullName: 'Siti Khotimah' });
const purpose = 'pengaduan warga';

let scene: Scene;
let code = '';
let ofDepok = '';
beforeAll(async () => {
  scene = await aScene();
  const { database } = scene.api;
  const vault = new PersonVault(loadConfig());
  const rosterId = await aSentList(database, scene.period, [aRowOf(vault, SITI, KRANJI)]);
  await new IndexFamilyNames(database, vault).ofList(rosterId);
  ({ code } = await familyAt(database, rosterId));
  const [demo] = await database.query<{ hash: string }[]>(
    `select password_hash as hash from officer where username = 'ppk'`,
  );
  const place = { territoryCode: '32.76', passwordHash: demo?.hash ?? '' };
  ofDepok = (await anOfficer(database.manager, 'dinsos_head', place)).username;
}, 60_000);
afterAll(() => scene.api.stop());

const search = async (who: string, wanted: Record<string, unknown>) =>
  (await scene.person(who)).post('/families/search', { purpose, ...wanted });

test('another territory finds nobody: by no number, no name, no code, and no kelurahan', async () => {
  const searches = [
    ...[SITI.nik, SITI.kk, SITI.accountNumber, 'Siti Khotimah', 'siti', code].map((text) => ({ text })),
    { kelurahanCode: KRANJI },
    { kelurahanCode: KRANJI, text: 'siti' },
  ];
  for (const who of [ofDepok, 'lurah.bintara', 'tksk.jatiasih']) {
    for (const wanted of searches) {
      expect([who, wanted, (await search(who, wanted)).body]).toEqual([who, wanted, { rows: [], next: null }]);
    }
  }
  expect((await search('lurah.kranji', { text: 'siti' })).body).toMatchObject({ rows: [{ code }] });
});

test.each(['ppk', 'kpa', 'bendahara', 'program', 'provinsi', 'bank', 'operator', 'auditor'])(
  '%s does not search the register',
  async (who) => {
    expect(await search(who, { text: SITI.nik })).toMatchObject({ status: 403 });
  },
);

test('what is searched for stands in no address: the register answers no GET', async () => {
  const operator = await scene.person('dinsos.operator');
  expect((await operator.get(`/families/search?text=${SITI.nik}`)).status).toBe(404);
  expect((await operator.get(`/families/${SITI.nik}`)).status).toBe(404);
});

test('nor in any table in clear', async () => {
  await search('dinsos.operator', { text: SITI.nik });
  await search('dinsos.operator', { text: 'Siti Khotimah' });
  await scene.sql('select 1');
  const { manager } = scene.api.database;
  const tables = await rowsOf<{ name: string }>(
    manager,
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
  );
  for (const { name } of tables) {
    const rows = await rowsOf(
      manager,
      `select 1 from ${name} t where t::text ilike any(array['%${SITI.nik}%', '%${SITI.kk}%', '%khotimah%'])`,
    );
    expect([name, rows.length]).toEqual([name, 0]);
  }
});

test('the index of names says no name: a bucket is another one in every city, and is shared', () => {
  const vault = new PersonVault(loadConfig());
  const words = Array.from({ length: 20_000 }, (_, at) => `WORD${at}`);
  const bekasi = words.map((word) => vault.nameBuckets('32.75', [word])[0] ?? -1);
  const depok = words.map((word) => vault.nameBuckets('32.76', [word])[0] ?? -1);
  expect(new Set(bekasi).size).toBeLessThanOrEqual(4_096);
  expect(bekasi.filter((bucket, at) => bucket === depok[at]).length).toBeLessThan(50);
  const other = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 9) });
  expect(words.filter((word, at) => other.nameBuckets('32.75', [word])[0] === bekasi[at]).length).toBeLessThan(50);
});

test('searches count with the records that are opened: by the hundred they are a copy of the list', async () => {
  let last = 200;
  for (let at = 0; at <= 60; at += 1) last = (await search('operator.kranji', { kelurahanCode: KRANJI })).status;
  expect(last).toBe(429);
});
