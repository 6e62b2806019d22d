import { rowsOf } from '#persistence';
import { aBudget } from '../../support/factories/budgets.js';
import { aPeriod } from '../../support/factories/periods.js';
import { anotherCity, GROUND, OTHER_CITY, moveQuotas } from '../../support/factories/quotas.js';
import { setToday } from '../../support/factories/task-services.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
  await setToday(scene.api.database, '2023-03-06');
}, 60_000);
afterAll(() => scene.api.stop());

const LINES = [
  { cityCode: '32.75', deltaFamilies: 20 },
  { cityCode: OTHER_CITY, deltaFamilies: -20 },
];

/** Two cities that work, and the programme officer who moves their quotas. */
async function twoCities() {
  const { database } = scene.api;
  const period = await aPeriod(database.manager, { quota: 100 });
  await aBudget(database.manager, { year: Number(period.months[0]?.slice(0, 4)) });
  await anotherCity(database, period, 50);
  const officer = await scene.person('program');
  const path = `/periods/${period.periodId}/quota-changes`;
  const propose = (lines: unknown = LINES, more: { key?: string; ground?: string } = {}) =>
    officer.post(path, { ground: more.ground ?? GROUND, lines }, more.key === undefined ? {} : { key: more.key });
  return { period, officer, path, propose };
}

test('a transfer is proposed, signed by its maker, and read by its paper', async () => {
  const { officer, propose, path } = await twoCities();
  const proposed = await propose();
  expect(proposed).toMatchObject({
    status: 201,
    body: { kind: 'transfer', state: 'proposed', netFamilies: 0, netRupiah: '0', lapsedFor: [] },
  });
  const { id } = proposed.body as { id: string };
  expect((await officer.get(`/quota-changes/${id}`)).body).toEqual(proposed.body);
  expect((await officer.get(path)).body).toEqual({ changes: [proposed.body] });
  const notes = await rowsOf<{ details: unknown }>(
    scene.api.database.manager,
    `select details from audit_entry where action = 'quota-change.proposed' and subject_id = $1`,
    [id],
  );
  expect(notes).toMatchObject([{ details: { ground: GROUND, lines: LINES } }]);
});

test('the same command twice is one proposal', async () => {
  const { officer, propose, path } = await twoCities();
  const first = await propose(LINES, { key: 'twice' });
  expect((await propose(LINES, { key: 'twice' })).body).toEqual(first.body);
  expect((await officer.get(path)).body).toMatchObject({ changes: { length: 1 } });
});

test.each([
  ['nothing', [], 400],
  ['a change by none', [{ cityCode: '32.75', deltaFamilies: 0 }], 400],
  ['a part of a family', [{ cityCode: '32.75', deltaFamilies: 1.5 }], 400],
  ['a kecamatan', [{ cityCode: '32.75.02', deltaFamilies: 1 }], 400],
])('%s is not a change', async (_what, lines, status) => {
  const { propose } = await twoCities();
  expect(await propose(lines)).toMatchObject({ status });
});

test('a refusal names every city that stands against it, and nothing is proposed', async () => {
  const { officer, propose, path } = await twoCities();
  const refused = await propose([
    { cityCode: '32.75', deltaFamilies: -100 },
    { cityCode: '99.99', deltaFamilies: 1 },
  ]);
  expect(refused).toMatchObject({ status: 422, code: 'QUOTA_TAKEN' });
  expect(JSON.stringify(refused.body)).toMatch(/paling banyak 99 keluarga.*99\.99 tidak mempunyai kuota/);
  const twice = [...LINES, { cityCode: '32.75', deltaFamilies: 1 }];
  expect(await propose(twice)).toMatchObject({ status: 422, code: 'QUOTA_TWICE' });
  expect((await officer.get(path)).body).toEqual({ changes: [] });
});

test('only whoever opens periods proposes; whoever reads them sees it', async () => {
  const { path, period } = await twoCities();
  const dinsos = await scene.person('dinsos.kepala');
  expect(await dinsos.post(path, { ground: GROUND, lines: LINES })).toMatchObject({
    status: 403,
    code: 'POWER_MISSING',
  });
  expect(await dinsos.get(path)).toMatchObject({ status: 200 });
  expect(await dinsos.get(`/periods/${period.periodId}/quotas`)).toMatchObject({
    body: { cities: [{ cityCode: '32.75', recallableFamilies: 99, whyNotGrow: null }, { cityCode: OTHER_CITY }] },
  });
});

test('what is not there is not found', async () => {
  const { officer } = await twoCities();
  const nobody = '00000000-0000-4000-8000-000000000000';
  expect(await officer.get(`/quota-changes/${nobody}`)).toMatchObject({ status: 404, code: 'QUOTA_CHANGE_UNKNOWN' });
  expect(await officer.get(`/periods/${nobody}/quotas`)).toMatchObject({ status: 404, code: 'PERIOD_UNKNOWN' });
});

test('an applied change is in the allocation, and its line says what the quota was', async () => {
  const { officer, period } = await twoCities();
  const id = await moveQuotas(scene.api.database, period, { '32.75': 3 });
  expect((await officer.get(`/quota-changes/${id}`)).body).toMatchObject({
    state: 'applied',
    lines: [{ cityCode: '32.75', beforeFamilies: 100, afterFamilies: 103 }],
  });
  expect((await officer.get(`/periods/${period.periodId}`)).body).toMatchObject({ total: { families: 153 } });
});

test('what a change would take of the budget is said before it is proposed', async () => {
  const { officer, period } = await twoCities();
  const year = { committedRupiah: (150n * 400_000n).toString(), wantedRupiah: '-8000000' };
  const budget = `/periods/${period.periodId}/budget`;
  expect(await officer.get(`${budget}?changeRupiah=-8000000`)).toMatchObject({ body: { years: [year] } });
  expect(await officer.get(`${budget}?changeRupiah=banyak`)).toMatchObject({ status: 400 });
});
