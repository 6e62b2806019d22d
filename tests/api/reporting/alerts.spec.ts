import { wholeList } from '../support/whole-list.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const RULE = {
  kind: 'not_transacted',
  territoryCode: '32.75',
  level: 'kelurahan',
  limit: 10,
  daysLeft: 30,
  role: 'lurah',
};
const rules = async (who: string) =>
  (await (await scene.person(who)).get('/alert-rules')).body as { id: string; limit: number; mayEdit: boolean }[];

test('a head of Dinsos makes a rule for the city, edits it, and stops it; others read it', async () => {
  const head = await scene.person('dinsos.kepala');
  const made = await head.post('/alert-rules', RULE);
  expect(made.status).toBe(201);
  const { id } = made.body as { id: string };
  expect(await rules('tksk.bekasi-barat')).toEqual([]);
  expect(await rules('program')).toContainEqual(expect.objectContaining({ id, limit: 10, mayEdit: true }));
  const edited = await head.put(`/alert-rules/${id}`, { ...RULE, limit: 20 });
  expect(edited.status).toBe(200);
  expect(await rules('walikota')).toEqual([expect.objectContaining({ limit: 20, mayEdit: false })]);
  expect((await head.post(`/alert-rules/${id}/end`)).body).toMatchObject({ code: 'ALERT_RULE_UNKNOWN' });
  expect((await head.post(`/alert-rules/${(edited.body as { id: string }).id}/end`)).status).toBe(204);
  expect(await rules('dinsos.kepala')).toEqual([]);
});

test.each([
  ['another city', { territoryCode: '32.76' }, 'ALERT_RULE_PLACE'],
  ['the nation', { territoryCode: 'ID', level: 'city' }, 'ALERT_RULE_PLACE'],
  ['a place that is none', { territoryCode: 'x' }, 'ALERT_RULE_PLACE'],
  ['an office below its places', { level: 'city' }, 'ALERT_RULE_WRONG'],
  ['a share without days', { daysLeft: null }, 'ALERT_RULE_WRONG'],
  ['a limit of nothing', { limit: 0 }, 'REQUEST_INVALID'],
])('a rule for %s is refused', async (_, more, code) => {
  const head = await scene.person('dinsos.kepala');
  expect((await head.post('/alert-rules', { ...RULE, ...more })).body).toMatchObject({ code });
});

test('who keeps no rules makes none, and nobody stops another city’s', async () => {
  const { id } = (await (await scene.person('program')).post('/alert-rules', { ...RULE, territoryCode: '33.74' }))
    .body as { id: string };
  expect((await (await scene.person('walikota')).post('/alert-rules', RULE)).status).toBe(403);
  expect((await (await scene.person('dinsos.kepala')).post(`/alert-rules/${id}/end`)).status).toBe(404);
});

test('alerts are those of the reader’s territory, and are handed out whole', async () => {
  const officer = await scene.person('program');
  const { id } = (
    await officer.post('/alert-rules', { ...RULE, territoryCode: 'ID', level: 'city', role: 'dinsos_head' })
  ).body as { id: string };
  for (const code of ['32.75', '33.74']) {
    await scene.sql(
      `insert into alert (rule_id, period_id, territory_code, value, of_total, opened_on, seen_on)
       values ($1, $2, $3, 5, 8, '2023-03-06', '2023-03-06')`,
      [id, scene.period.periodId, code],
    );
  }
  const seen = async (who: string) =>
    ((await (await scene.person(who)).get('/alerts')).body as { rows: { territoryCode: string }[] }).rows.map(
      ({ territoryCode }) => territoryCode,
    );
  expect(await seen('program')).toEqual(['32.75', '33.74']);
  expect(await seen('dinsos.operator')).toEqual(['32.75']);
  expect(await seen('lurah.kranji')).toEqual([]);
  const sheet = (await wholeList(scene, '/alerts/xlsx', 'dinsos.operator')).flat();
  expect(sheet).toContain('Uang belum dipakai');
  expect(sheet).not.toContain('33.74');
});
