import { rowOf } from '#persistence';
import { someCases } from '../../support/factories/cases.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

/** A family in Kranji that waits for a visit, and the letter that sends the TKSK of its kecamatan there. */
async function command() {
  const { caseIds, periodId } = await someCases(scene.api.database);
  const { manager } = scene.api.database;
  await scene.api.database.query('update follow_up_case set kelurahan_code = $2 where id = $1', [caseIds[0], KRANJI]);
  const tksk = await rowOf<{ id: string }>(manager, `select id from officer where username = 'tksk.bekasi-barat'`);
  const today = await rowOf<{ day: string }>(manager, 'select programme_today()::text as day');
  const validFrom = today?.day ?? '';
  return { periodId, officerId: tksk?.id ?? '', territoryCode: '32.75.02', validFrom, validTo: validFrom };
}

test('the head of Dinsos sends; the paper is for the two whom it concerns, and nobody reads of another’s', async () => {
  const body = await command();
  for (const username of ['dinsos.operator', 'tksk.bekasi-barat', 'walikota', 'ppk']) {
    expect(await (await scene.person(username)).post('/assignment-letters', body)).toMatchObject({ status: 403 });
  }
  const head = await scene.person('dinsos.kepala');
  const choices = (await head.get(`/assignment-letters/choices?periodId=${body.periodId}`)).body;
  expect(choices).toContainEqual(
    expect.objectContaining({ officerId: body.officerId, territoryCode: KRANJI, cases: 1 }),
  );
  const issued = await head.post('/assignment-letters', body);
  expect(issued.status).toBe(201);
  const { id } = issued.body as { id: string };
  const statusOf = async (username: string) =>
    (await (await scene.person(username)).get(`/assignment-letters/${id}/pdf`)).status;
  expect([await statusOf('dinsos.kepala'), await statusOf('tksk.bekasi-barat')]).toEqual([200, 200]);
  expect([await statusOf('tksk.bekasi-utara'), await statusOf('walikota')]).toEqual([404, 404]);
  const others = (await (await scene.person('tksk.bekasi-utara')).get('/assignment-letters')).body as {
    rows: unknown[];
  };
  expect(others.rows).toEqual([]);
});

test('bad input is refused with what to do', async () => {
  const body = await command();
  const head = await scene.person('dinsos.kepala');
  const post = async (more: object) =>
    (await head.post('/assignment-letters', { ...body, ...more })) as { status: number; code?: string };
  expect(await post({ validTo: '2099-01-01' })).toMatchObject({ status: 422, code: 'ASSIGNMENT_DAYS' });
  expect(await post({ territoryCode: '32.76.01' })).toMatchObject({ status: 422, code: 'ASSIGNMENT_PLACE' });
  expect(await post({ territoryCode: '32.75' })).toMatchObject({ status: 400 });
  expect(await post({ officerId: '00000000-0000-4000-8000-000000000000' })).toMatchObject({
    status: 422,
    code: 'ASSIGNMENT_NO_CASES',
  });
});
