import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

test('Dinsos, the mayor and auditors read workload and plans; whoever visits does not read their colleagues', async () => {
  const [load, plan] = [`/periods/${scene.period.periodId}/workload`, `/periods/${scene.period.periodId}/visit-plan`];
  for (const username of ['dinsos.operator', 'dinsos.kepala', 'walikota', 'auditor']) {
    const person = await scene.person(username);
    expect((await person.get(load)).body).toMatchObject({ places: [] });
    expect((await person.get(`${load}/xlsx`)).status).toBe(200);
    expect((await person.get(plan)).body).toMatchObject({ cases: 0, moves: [] });
  }
  for (const username of ['tksk.bekasi-barat', 'operator.kranji', 'camat.bekasi-barat', 'bank']) {
    const person = await scene.person(username);
    for (const path of [load, `${load}/xlsx`, plan]) expect((await person.get(path)).status).toBe(403);
  }
});

test.each([
  ['moreTksk=21', 400],
  ['moreTksk=some', 400],
  ['tkskPerDay=-1', 400],
  ['kecamatanCode=Kranji', 400],
  ['moreTksk=1&kecamatanCode=32.76.01', 422],
])('a plan for %s is refused', async (search, status) => {
  const head = await scene.person('dinsos.kepala');
  expect((await head.get(`/periods/${scene.period.periodId}/visit-plan?${search}`)).status).toBe(status);
});

test('a period that there is not is unknown', async () => {
  const head = await scene.person('dinsos.kepala');
  const answer = await head.get('/periods/4b0d6a1e-2a54-4f6e-9a6e-0d7c3c1d2b11/visit-plan');
  expect(answer).toMatchObject({ status: 404, body: { code: 'PERIOD_UNKNOWN' } });
});
