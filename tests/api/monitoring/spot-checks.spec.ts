import { addCalendarDays } from '#domain';
import { ProgrammeClockRepository } from '#persistence';
import { anUnusedOrder, type MadeOrder } from '../../support/factories/orders.js';
import { wholeList } from '../support/whole-list.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let made: MadeOrder;
let today: string;
beforeAll(async () => {
  scene = await aScene();
  made = await anUnusedOrder(scene.api.database, 12);
  today = await new ProgrammeClockRepository(scene.api.database.manager).today();
}, 60_000);
afterAll(() => scene.api.stop());

interface Details {
  readonly state: string;
  readonly sample: number;
  readonly answered: number;
  readonly mayVisit: boolean;
  readonly mayClose: boolean;
  readonly estimates: readonly { measure: string; estimate: unknown; missing: readonly string[] }[];
}
interface Family {
  readonly id: string;
  readonly stratumCode: string;
}

const planPath = (more = ''): string =>
  `/spot-checks/plan?periodId=${made.periodId}&cityCode=32.75&confidence=90&margin=20${more}`;
const form = (more: object = {}) => ({
  ...{ periodId: made.periodId, cityCode: '32.75', confidence: 90, margin: 20, closesOn: addCalendarDays(today, 20) },
  ...more,
});
const answers = { receipt: 'received', usedForFood: 'yes', ownControl: 'yes', fairPrice: 'unknown' };
const OPERATOR = 'dinsos.operator';
const TKSK = 'tksk.bekasi-barat';

test('what a draw would be is shown first; then it is drawn, visited, estimated and closed', async () => {
  const operator = await scene.person(OPERATOR);
  const { body: plan } = await operator.get(planPath());
  expect(plan).toMatchObject({ population: 12, sample: 8 });
  expect((plan as { strata: object[] }).strata).toHaveLength(2);
  const drawn = await operator.post('/spot-checks', form(), { key: 'tarik-1' });
  expect(drawn.status).toBe(201);
  expect((await operator.post('/spot-checks', form(), { key: 'tarik-1' })).body).toEqual(drawn.body);
  expect(await operator.post('/spot-checks', form())).toMatchObject({ status: 409, code: 'SPOT_CHECK_OPEN' });
  const { id } = drawn.body as { id: string };
  const path = `/spot-checks/${id}`;

  const before = (await operator.get(path)).body as Details;
  expect(before).toMatchObject({ state: 'drawn', sample: 8, answered: 0, mayVisit: true, mayClose: true });
  expect(before.estimates[0]).toMatchObject({ measure: 'received', estimate: null });
  expect(before.estimates[0]?.missing).toHaveLength(2);

  const tksk = await scene.person(TKSK);
  const mine = ((await tksk.get(`${path}/families`)).body as { rows: Family[] }).rows;
  const all = ((await operator.get(`${path}/families`)).body as { rows: Family[] }).rows;
  expect(all).toHaveLength(8);
  expect(mine.length).toBeLessThan(8);
  const elsewhere = all.find((one) => !mine.some((own) => own.id === one.id));
  const resultOf = (familyId: string | undefined) => `${path}/families/${familyId ?? ''}/results`;
  expect((await tksk.post(resultOf(mine[0]?.id), { ...answers, visitedOn: today })).status).toBe(204);
  expect(await tksk.post(resultOf(elsewhere?.id), { ...answers, visitedOn: today })).toMatchObject({ status: 404 });
  expect((await operator.post(resultOf(elsewhere?.id), { ...answers, visitedOn: today })).status).toBe(204);
  expect((await tksk.post(resultOf(mine[1]?.id), { unreached: 'moved', visitedOn: today })).status).toBe(204);
  expect((await tksk.post(`${path}/families/${mine[1]?.id ?? ''}/replace`)).status).toBe(204);

  const after = (await tksk.get(path)).body as Details;
  expect(after).toMatchObject({ answered: 2, mayClose: false });
  expect(after.estimates[0]).toMatchObject({ measure: 'received', known: 2, yes: 2, estimate: { share: 1, high: 1 } });
  expect(after.estimates.find(({ measure }) => measure === 'fair_price')).toMatchObject({ known: 0, estimate: null });

  const sheet = await wholeList(scene, `${path}/families/xlsx`, OPERATOR);
  expect(sheet).toHaveLength(10);
  expect(sheet[0]).toEqual(expect.arrayContaining(['KECAMATAN', 'URUTAN', 'NIK']));
  expect(sheet.flat()).toEqual(expect.arrayContaining(['Diterima', 'Pindah', 'ya']));
  expect((await wholeList(scene, `${path}/families/xlsx`, TKSK)).length).toBeLessThan(10);

  expect((await (await scene.person('dinsos.kepala')).post(`${path}/close`)).status).toBe(204);
  const late = await tksk.post(resultOf(mine[0]?.id), { ...answers, visitedOn: today });
  expect(late).toMatchObject({ status: 409, code: 'SPOT_CHECK_CLOSED' });
  const ministry = await scene.person('program');
  expect((await ministry.get('/spot-checks?text=bekasi')).body).toMatchObject({ rows: [{ id, state: 'closed' }] });
  expect((await ministry.get('/spot-checks?state=drawn')).body).toMatchObject({ rows: [] });
});

test('a margin that cannot be reached is answered with what is missing, in words', async () => {
  const operator = await scene.person(OPERATOR);
  const { status, code, detail } = await operator.get(planPath('&mostVisits=5'));
  expect([status, code]).toEqual([422, 'SPOT_CHECK_MARGIN']);
  expect(detail).toContain('perlu 8 kunjungan, kurang 3');
  const large = await operator.post('/spot-checks', form({ sizes: { '32.75.02': 99 } }));
  expect(large).toMatchObject({ status: 422, code: 'SPOT_CHECK_STRATUM_SIZE' });
  expect(large.detail).toContain('Pilih 2 sampai 8');
});

test.each([
  ['a confidence that nobody uses', { confidence: 80 }],
  ['a margin of nothing', { margin: 0 }],
  ['a margin beyond use', { margin: 21 }],
  ['a seed that is code', { seed: "'; drop table" }],
  ['a field that there is not', { families: 4 }],
])('%s is no draw', async (_, more) => {
  const operator = await scene.person(OPERATOR);
  expect((await operator.post('/spot-checks', form(more))).code).toBe('REQUEST_INVALID');
});

test('who neither draws nor visits cannot; a kelurahan does not read whom others come to see', async () => {
  expect((await (await scene.person('program')).post('/spot-checks', form())).status).toBe(403);
  expect((await (await scene.person('lurah.kranji')).get('/spot-checks')).status).toBe(403);
});
