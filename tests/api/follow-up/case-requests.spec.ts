import { rowOf } from '#persistence';
import { someCases } from '../../support/factories/cases.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const NOTE = 'Bank menyerahkan kartu 4 Mei';

/** A request in Kranji that the city's operator follows. */
async function aRequest(kind = 'recard'): Promise<string> {
  const { caseIds, periodId } = await someCases(scene.api.database);
  const row = await rowOf<{ id: string }>(
    scene.api.database.manager,
    `insert into case_request (case_id, kind, period_id, city_code, kelurahan_code, owner_id, due_on, state, made_at)
     select $1, $2, $3, '32.75', $4, o.id, '2099-05-22', 'open', now() from officer o where o.username = 'dinsos.operator'
     returning id`,
    [caseIds[0], kind, periodId, KRANJI],
  );
  return row?.id ?? '';
}

const act = async (username: string, id: string, what: 'end' | 'take', language: 'id' | 'en' = 'id') =>
  (await scene.person(username)).post(
    `/case-requests/${id}/${what}`,
    what === 'end' ? { outcome: 'done', note: NOTE } : {},
    { language },
  );
const seenBy = async (username: string, id: string) => {
  const { rows } = (await (await scene.person(username)).get('/case-requests?limit=100')).body as {
    rows: { id: string; mayEnd: boolean; mayTake: boolean }[];
  };
  return rows.find((row) => row.id === id);
};

test('the city ends what it follows, and everybody of the place reads it', async () => {
  const id = await aRequest();
  expect(await seenBy('dinsos.operator', id)).toMatchObject({ mayEnd: true, mayTake: false, to: 'bank' });
  expect(await seenBy('dinsos.kepala', id)).toMatchObject({ mayEnd: false, mayTake: true });
  expect(await seenBy('lurah.kranji', id)).toMatchObject({ mayEnd: false, mayTake: false });
  expect(await seenBy('lurah.bintara', id)).toBeUndefined();
  expect((await act('dinsos.operator', id, 'end')).status).toBe(204);
  expect(await seenBy('lurah.kranji', id)).toMatchObject({
    state: 'done',
    note: NOTE,
    endedBy: expect.any(String) as string,
  });
  const again = await act('dinsos.operator', id, 'end');
  expect(again).toMatchObject({ status: 422, code: 'CASE_REQUEST_ENDED' });
  expect(again.detail).toContain('Selesai');
});

test.each(['lurah.kranji', 'tksk.bekasi-barat', 'walikota', 'ppk', 'bank'])(
  '%s ends and takes nothing',
  async (username) => {
    const id = await aRequest();
    for (const what of ['end', 'take'] as const) {
      expect(await act(username, id, what)).toMatchObject({ status: 403, code: 'POWER_MISSING' });
    }
  },
);

test('what a colleague follows is refused with their name, in both languages, until it is taken over', async () => {
  const id = await aRequest('change_head');
  const [indonesian, english] = [await act('dinsos.kepala', id, 'end'), await act('dinsos.kepala', id, 'end', 'en')];
  expect(indonesian).toMatchObject({ status: 422, code: 'CASE_REQUEST_NOT_YOURS' });
  expect(indonesian.detail).toContain('Operator Dinsos');
  expect(english.detail).toContain('Take it over first');
  expect((await act('dinsos.kepala', id, 'take')).status).toBe(204);
  expect(await act('dinsos.kepala', id, 'end')).toMatchObject({ status: 422, code: 'CASE_REQUEST_HEAD_UNCHANGED' });
});

test('a request that is not there, of another city, or without an answer', async () => {
  const id = await aRequest();
  await scene.sql(`update case_request set owner_id = owner_id where id = $1`, [id]);
  const nowhere = '0198a000-0000-7000-8000-000000000001';
  expect(await act('dinsos.operator', nowhere, 'end')).toMatchObject({ status: 404, code: 'CASE_REQUEST_UNKNOWN' });
  const operator = await scene.person('dinsos.operator');
  expect(await operator.post(`/case-requests/${id}/end`, { outcome: 'done', note: ' ' })).toMatchObject({
    ...{ status: 400, code: 'REQUEST_INVALID' },
  });
  await scene.sql(`alter table case_request disable trigger case_request_life`);
  await scene.sql(`update case_request set kelurahan_code = '32.76.01.1001' where id = $1`, [id]);
  await scene.sql(`alter table case_request enable trigger case_request_life`);
  expect(await act('dinsos.operator', id, 'end')).toMatchObject({ status: 404, code: 'CASE_REQUEST_UNKNOWN' });
  expect(await seenBy('dinsos.operator', id)).toBeUndefined();
});
