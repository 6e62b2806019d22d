import { loadConfig } from '#config';
import { PersonVault, rowOf } from '#persistence';
import { someCases } from '../../support/factories/cases.js';
import { aPerson } from '../../support/factories/families.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

/** A suspension in Kranji that the city's operator has decided. */
async function aSanction(): Promise<string> {
  const { caseIds, periodId } = await someCases(scene.api.database);
  const row = await rowOf<{ id: string }>(
    scene.api.database.manager,
    `insert into case_sanction (case_id, kind, period_id, city_code, kelurahan_code, nik_hash, finding, state, decided_by, decided_at,
                                due_on)
     select $1, 'suspend', $2, '32.75', $3, '\\x01', 'no_longer_poor', 'proposed', o.id, now(), '2099-05-16'
       from officer o where o.username = 'dinsos.operator' returning id`,
    [caseIds[0], periodId, KRANJI],
  );
  return row?.id ?? '';
}

const act = async (username: string, id: string, what: string, language: 'id' | 'en' = 'id') =>
  (await scene.person(username)).post(
    `/case-sanctions/${id}/act`,
    what === 'verify' ? { act: what } : { act: what, reason: 'Keluarga masih miskin menurut tetangga' },
    { language },
  );
const seenBy = async (username: string, id: string) => {
  const { rows } = (await (await scene.person(username)).get('/case-sanctions?limit=100')).body as {
    rows: { id: string; acts: string[]; state: string; hasLetter: boolean }[];
  };
  return rows.find((row) => row.id === id);
};

test('each office may do its part and no other: second person, kelurahan, and who had no hand in it', async () => {
  const id = await aSanction();
  expect(await seenBy('dinsos.operator', id)).toMatchObject({ acts: [], hasLetter: false });
  expect(await seenBy('dinsos.kepala', id)).toMatchObject({ acts: ['verify', 'refuse'] });
  expect(await seenBy('lurah.bintara', id)).toBeUndefined();
  for (const username of ['tksk.bekasi-barat', 'camat.bekasi-barat', 'ppk', 'bank']) {
    expect(await act(username, id, 'verify')).toMatchObject({ status: 403 });
  }
  for (const username of ['dinsos.operator', 'lurah.kranji', 'walikota']) {
    expect(await act(username, id, 'verify')).toMatchObject({ status: 404, code: 'CASE_SANCTION_UNKNOWN' });
  }
  expect((await act('dinsos.kepala', id, 'verify')).status).toBe(204);
  expect(await seenBy('lurah.kranji', id)).toMatchObject({ acts: ['object'], hasLetter: true });
  expect(await act('lurah.bintara', id, 'object')).toMatchObject({ status: 404 });
  expect((await act('lurah.kranji', id, 'object')).status).toBe(204);
  const [indonesian, english] = [
    await act('dinsos.kepala', id, 'uphold'),
    await act('dinsos.kepala', id, 'uphold', 'en'),
  ];
  expect(indonesian).toMatchObject({ status: 422, code: 'CASE_SANCTION_OWN_HAND' });
  expect(english.detail).toContain('had a hand in this decision');
  expect(await seenBy('walikota', id)).toMatchObject({
    acts: ['uphold', 'reject'],
    objection: expect.any(String) as string,
  });
  expect((await act('walikota', id, 'uphold')).status).toBe(204);
  const again = await act('walikota', id, 'uphold');
  expect(again).toMatchObject({ status: 422, code: 'CASE_SANCTION_STATE' });
  expect(again.detail).toContain('Dicabut');
});

test('an act without a reason, or that nobody knows, changes nothing', async () => {
  const id = await aSanction();
  const head = await scene.person('dinsos.kepala');
  for (const body of [{ act: 'refuse' }, { act: 'forget', reason: 'Tidak tahu' }, { act: 'verify', sudo: true }]) {
    expect(await head.post(`/case-sanctions/${id}/act`, body)).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  }
  expect(await seenBy('dinsos.kepala', id)).toMatchObject({ state: 'proposed' });
});

test('the letter is there once it is verified, for who opens families’ records there, recorded, and its code says what it is', async () => {
  const id = await aSanction();
  const letter = async (username: string) => (await scene.person(username)).get(`/case-sanctions/${id}/letter`);
  expect(await letter('lurah.kranji')).toMatchObject({ status: 422, code: 'CASE_SANCTION_STATE' });
  await act('dinsos.kepala', id, 'verify');
  // The factory's rows hold no person that could be opened; a sealed one takes their place.
  const sealed = new PersonVault(loadConfig()).seal(aPerson({ fullName: 'Siti Contoh' }));
  await scene.sql('alter table roster_row disable trigger sent_rows_stay');
  await scene.sql(
    `update roster_row f set sealed = $2 from case_sanction s join follow_up_case c on c.id = s.case_id
       join entitlement e on e.id = c.entitlement_id where s.id = $1 and f.id = e.roster_row_id`,
    [id, sealed],
  );
  await scene.sql('alter table roster_row enable trigger sent_rows_stay');
  const sent = await letter('lurah.kranji');
  expect([sent.status, String(sent.body).slice(0, 5)]).toEqual([200, '%PDF-']);
  const noted = await scene.sql(
    `select count(*)::int as entries from audit_entry where action = 'case-sanction.letter' and subject_id = $1`,
    [id],
  );
  expect(noted).toEqual({ entries: 1 });
  expect((await letter('lurah.bintara')).status).toBe(404);
  expect((await letter('bank')).status).toBe(403);
  const { hash } = (await scene.sql(`select letter_hash as hash from case_sanction where id = $1`, [id])) as {
    hash: string;
  };
  const looked = await (await scene.person('tksk.bekasi-barat')).get(`/papers/${hash}`);
  expect(looked.body).toMatchObject({
    signatures: [],
    letters: [{ kind: 'suspend', state: 'verified', territoryName: expect.stringContaining('Kranji') as string }],
  });
});
