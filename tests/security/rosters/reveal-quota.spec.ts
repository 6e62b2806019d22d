import { type PersonalData, PersonVault } from '#persistence';
import { loadConfig } from '#config';
import { aScene, KRANJI, type Scene } from '../../api/support/scene.js';
import type { Told } from '../../support/factories/api-client.js';
import { aRoster, aRow } from '../../support/factories/rosters.js';

const QUOTA = 60;
const PERSON: PersonalData = {
  ...{ nik: '3275020000000001', kk: '3275020000000002', fullName: 'Made-up', motherName: 'Made-up' },
  ...{ birthPlace: 'Bekasi', birthDate: '1990-01-01', address: 'Jl. Made-up 1', rt: '001', rw: '002' },
  accountNumber: '0440000001',
};

let scene: Scene;
let rowIds: string[];
beforeAll(async () => {
  scene = await aScene();
  const { database } = scene.api;
  const vault = new PersonVault(loadConfig());
  const rows = Array.from({ length: QUOTA + 20 }, (_, at) =>
    aRow(at + 1, { kelurahanCode: KRANJI, sealed: vault.seal(PERSON) }),
  );
  const rosterId = await aRoster(database, scene.period, rows);
  const sql = 'select id from roster_row where roster_id = $1 order by id';
  rowIds = (await database.query<{ id: string }[]>(sql, [rosterId])).map(({ id }) => id);
}, 60_000);
afterAll(() => scene.api.stop());

const revealAll = async (who: string): Promise<Told[]> => {
  const person = await scene.person(who);
  return Promise.all(rowIds.map((id) => person.post(`/families/${id}/reveal`, { purpose: 'verification' })));
};

const waitingFor = async (who: string): Promise<unknown[]> => {
  const { body } = await (await scene.person(who)).get('/notifications');
  return (body as { rows: { kind: string; territoryCode: string }[] }).rows.filter(
    ({ kind }) => kind === 'reveal.quota',
  );
};

test('nobody copies a list by opening its records one after another, not even at once', async () => {
  const answers = await revealAll('operator.kranji');
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(QUOTA);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(rowIds.length - QUOTA);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['REVEAL_QUOTA']));
  const search = { text: PERSON.nik, purpose: 'verification' };
  expect(await (await scene.person('operator.kranji')).post('/families/search', search)).toMatchObject({ status: 429 });
  expect((await (await scene.person('tksk.bekasi-barat')).post('/families/search', search)).status).toBe(200);
});

test('the auditors are told of it once, by a notification and in the trail', async () => {
  await revealAll('lurah.kranji');
  const answers = await waitingFor('auditor');
  expect(answers).toContainEqual(expect.objectContaining({ territoryCode: KRANJI }));
  const before = answers.length;
  await (await scene.person('lurah.kranji')).post(`/families/${rowIds[0] ?? ''}/reveal`, { purpose: 'verification' });
  expect(await waitingFor('auditor')).toHaveLength(before);
  const [entry] = await scene.api.database.query<{ entries: number }[]>(
    `select count(*)::int as entries from audit_entry a join officer o on o.id = a.officer_id
      where a.action = 'person.reveal-refused' and o.username = 'lurah.kranji'`,
  );
  expect(entry).toEqual({ entries: 1 });
});

test('the next hour is another', async () => {
  const who = await scene.person('operator.bintara');
  const ask = async (): Promise<Told> => who.post('/families/search', { text: PERSON.nik, purpose: 'verification' });
  for (let at = 0; at < QUOTA; at += 1) await ask();
  expect((await ask()).status).toBe(429);
  await scene.sql(
    `update attempt set window_started_at = window_started_at - interval '61 minutes' where key like 'reveal:%'`,
  );
  expect((await ask()).status).toBe(200);
});
