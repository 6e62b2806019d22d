import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const statement = (cityCode: string, within?: string): string =>
  `/periods/${scene.period.periodId}/cities/${cityCode}/conservation${within === undefined ? '' : `?within=${within}`}`;

test('a mayor reads the statement of their own city, and no other one by asking for a part of their own', async () => {
  const mayor = await scene.person('walikota');
  expect((await mayor.get(statement('32.75'))).status).toBe(200);
  expect((await mayor.get(statement('32.75', '32.75.02'))).status).toBe(200);
  expect((await mayor.get(statement('32.76'))).status).toBe(404);
  expect((await mayor.get(statement('32.76', '32.75'))).status).toBe(404);
  expect((await mayor.get(statement('32.75', '32.76.01'))).status).toBe(403);
});

test('what no column can hold is a wrong request, not a failure of ours', async () => {
  const ppk = await scene.person('ppk');
  expect((await ppk.get('/calendar?month=0000-01')).status).toBe(400);
  const nul = await fetch(`${scene.api.url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'a\u0000b', password: 'whatever it is' }),
  });
  expect(nul.status).toBe(400);
});
