import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const MONTH = '2023-01';

test('the operator states a month, the head approves it, each TKSK reads their own, and nobody anybody else’s', async () => {
  const operator = await scene.person('dinsos.operator');
  const body = { programme: 'sembako', cityCode: '32.75', month: MONTH };
  const made = await operator.post('/stipends', body);
  expect(made.status).toBe(201);
  const { id } = made.body as { id: string };
  const head = await scene.person('dinsos.kepala');
  expect((await operator.post(`/stipends/${id}/approve`, {})).status).toBe(403);
  expect((await head.post(`/stipends/${id}/approve`, {})).status).toBe(204);
  expect(await head.post(`/stipends/${id}/refuse`, { reason: 'too late' })).toMatchObject({
    status: 409,
    body: { code: 'STIPEND_DECIDED' },
  });

  const tksk = await scene.person('tksk.bekasi-barat');
  const own = (await tksk.get('/stipends/own')).body as { month: string; line: { placeCode: string } }[];
  expect(own).toMatchObject([{ month: MONTH, line: { placeCode: '32.75.02', totalRupiah: '700000' } }]);
  for (const path of ['/stipends', `/stipends/${id}/xlsx`]) expect((await tksk.get(path)).status).toBe(403);
  expect((await head.get(`/stipends/${id}/xlsx`)).status).toBe(200);
  expect(JSON.stringify((await head.get('/stipends')).body)).not.toContain('officerId');
});

test.each([
  ['a month that there is not', { month: '2023-13' }, 400],
  ['a city that there is not', { cityCode: 'Bekasi' }, 400],
  ['a month to come', { month: '2099-01' }, 422],
])('%s is refused', async (_, wrong, status) => {
  const operator = await scene.person('dinsos.operator');
  const body = { programme: 'sembako', cityCode: '32.75', month: MONTH, ...wrong };
  expect((await operator.post('/stipends', body)).status).toBe(status);
});
