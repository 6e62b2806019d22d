import { loadConfig } from '#config';
import { LapseFamilyChanges } from '#application';
import { loadWorkingCalendar } from '#policies';
import { PersonVault, rowsOf } from '#persistence';
import { aPerson, aRowOf, aSentList, familyAt } from '../../support/factories/families.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

const PDF = Buffer.from('%PDF-1.7 a made-up letter');
const reason = 'surat keterangan kelurahan';
const purpose = 'memutuskan perubahan';

let scene: Scene;
let rosterId = '';
const people = Array.from({ length: 12 }, (_, at) => aPerson({ fullName: `Siti Nomor ${'ABCDEFGHIJKL'[at] ?? ''}` }));
beforeAll(async () => {
  scene = await aScene();
  const vault = new PersonVault(loadConfig());
  const rows = people.map((person, at) => aRowOf(vault, person, KRANJI, at + 1));
  rosterId = await aSentList(scene.api.database, scene.period, rows);
}, 60_000);
afterAll(() => scene.api.stop());

const family = async (at: number) => (await familyAt(scene.api.database, rosterId, at + 1)).code;

async function paperOf(code: string, who = 'operator.kranji'): Promise<string> {
  const { body } = await (await scene.person(who)).upload(`/families/${code}/papers`, PDF, 'surat.pdf');
  return (body as { paperId: string }).paperId;
}
async function proposed(at: number, more: Record<string, unknown> = {}, who = 'operator.kranji') {
  const code = await family(at);
  const paperId = await paperOf(code, who);
  const change = { field: 'name', value: { fullName: 'Siti Baru' }, reason, paperId, ...more };
  const answer = await (await scene.person(who)).post(`/families/${code}/changes`, change);
  return { code, answer, id: (answer.body as { id: string }).id };
}
const act = async (who: string, id: string, verb: string, body: Record<string, unknown> = {}) =>
  (await scene.person(who)).post(`/family-changes/${id}/${verb}`, body);
const opened = async (who: string, id: string) =>
  (await act(who, id, 'open', { purpose })).body as { contentHash: string; before: object; after: object };
const confirm = async (who: string, id: string) =>
  act(who, id, 'confirm', { contentHash: (await opened(who, id)).contentHash });
const stateOf = async (code: string) =>
  ((await (await scene.person('lurah.kranji')).get(`/families/${code}/changes`)).body as { state: string }[])[0]?.state;

test('one proposes with a paper, another reads both values and the paper, and confirms', async () => {
  const { code, id, answer } = await proposed(0);
  expect(answer.status).toBe(201);
  const lurah = await scene.person('lurah.kranji');
  const waiting = (await lurah.get('/family-changes')).body as { rows: { id: string; mayDecide: boolean }[] };
  expect(waiting.rows).toContainEqual(expect.objectContaining({ id, familyCode: code, mayDecide: true }));
  expect(JSON.stringify(waiting)).not.toContain('Siti');
  expect(await opened('lurah.kranji', id)).toMatchObject({
    before: { fullName: people[0]?.fullName },
    after: { fullName: 'Siti Baru' },
  });
  expect((await lurah.get(`/family-changes/${id}/paper`)).status).toBe(200);
  expect((await confirm('lurah.kranji', id)).status).toBe(204);
  expect(await stateOf(code)).toBe('confirmed');
});

test('nobody confirms their own, nor what they have not read', async () => {
  const { code, id } = await proposed(1, {}, 'lurah.kranji');
  expect(await confirm('lurah.kranji', id)).toMatchObject({ status: 403, code: 'FAMILY_CHANGE_OWN' });
  expect(await act('lurah.kranji', id, 'refuse', { reason })).toMatchObject({ code: 'FAMILY_CHANGE_OWN' });
  const unread = await act('camat.bekasi-barat', id, 'confirm', { contentHash: '0'.repeat(64) });
  expect(unread).toMatchObject({ status: 422, code: 'FAMILY_CHANGE_UNSEEN' });
  expect(await stateOf(code)).toBe('proposed');
  expect((await confirm('camat.bekasi-barat', id)).status).toBe(204);
});

test('a refusal says why; a decision stands', async () => {
  const { code, id } = await proposed(2);
  expect((await act('lurah.kranji', id, 'refuse', { reason: 'surat tidak terbaca' })).status).toBe(204);
  expect(await stateOf(code)).toBe('refused');
  expect(await confirm('lurah.kranji', id)).toMatchObject({ status: 409, code: 'FAMILY_CHANGE_DECIDED' });
  expect(await act('operator.kranji', id, 'withdraw')).toMatchObject({ status: 409, code: 'FAMILY_CHANGE_DECIDED' });
});

test('the proposer takes it back, and nobody else', async () => {
  const { code, id } = await proposed(3);
  expect(await act('lurah.kranji', id, 'withdraw')).toMatchObject({ status: 403, code: 'FAMILY_CHANGE_NOT_OWN' });
  expect((await act('operator.kranji', id, 'withdraw')).status).toBe(204);
  expect(await stateOf(code)).toBe('withdrawn');
});

test('one change of a field waits at a time', async () => {
  await proposed(4);
  expect((await proposed(4)).answer).toMatchObject({ status: 409, code: 'FAMILY_CHANGE_PROPOSED' });
  expect((await proposed(4, { field: 'phone', value: { phone: '0812-3456-7890' } })).answer.status).toBe(201);
});

test('what nobody decides lapses after its day; proposer and lurah are notified, once', async () => {
  const { code, id } = await proposed(5);
  await scene.sql('alter table family_change disable trigger user');
  await scene.sql(`update family_change set due_on = '2023-03-01' where id = $1`, [id]);
  await scene.sql('alter table family_change enable trigger user');
  const diary = new LapseFamilyChanges(scene.api.database, loadWorkingCalendar());
  await diary.look();
  await diary.look();
  expect(await stateOf(code)).toBe('lapsed');
  const notified = await rowsOf<{ username: string }>(
    scene.api.database.manager,
    `select o.username from notification n join officer o on o.id = n.officer_id where n.key = $1 order by 1`,
    [`family-change.lapsed:${id}`],
  );
  expect(notified.map(({ username }) => username)).toEqual(['lurah.kranji', 'operator.kranji']);
  expect(await confirm('lurah.kranji', id)).toMatchObject({ code: 'FAMILY_CHANGE_DECIDED' });
});

test.each([
  ['half an address', { field: 'address', value: { address: 'Jl. Baru' } }, 'FAMILY_CHANGE_VALUE'],
  ['a head of too few digits', { field: 'head', value: { fullName: 'Budi' } }, 'FAMILY_CHANGE_VALUE'],
  ['the same name', { value: { fullName: 'siti  nomor g' } }, 'FAMILY_CHANGE_SAME'],
  ['a paper of nobody', { paperId: '00000000-0000-4000-8000-000000000001' }, 'FAMILY_PAPER_UNKNOWN'],
])('%s is refused', async (_what, more, code) => {
  expect((await proposed(6, more)).answer).toMatchObject({ code });
});

test('outside the territory there is neither family nor change', async () => {
  const { code, id } = await proposed(7);
  const paperId = '00000000-0000-4000-8000-000000000001';
  const wanted = { field: 'name', value: { fullName: 'Siti Baru' }, reason, paperId };
  const [demo] = await scene.api.database.query<{ hash: string }[]>(
    `select password_hash as hash from officer where username = 'ppk'`,
  );
  const place = { territoryCode: '32.76', passwordHash: demo?.hash ?? '' };
  const ofDepok = (await anOfficer(scene.api.database.manager, 'dinsos_operator', place)).username;
  for (const who of ['operator.bintara', ofDepok]) {
    const person = await scene.person(who);
    expect(await person.post(`/families/${code}/changes`, wanted)).toMatchObject({
      status: 404,
      code: 'FAMILY_UNKNOWN',
    });
    expect((await person.upload(`/families/${code}/papers`, PDF, 'x.pdf')).status).toBe(404);
    expect(await act(who, id, 'open', { purpose })).toMatchObject({ status: 404, code: 'FAMILY_CHANGE_UNKNOWN' });
    expect((await person.get(`/family-changes/${id}/paper`)).status).toBe(404);
    expect(((await person.get('/family-changes')).body as { rows: unknown[] }).rows).toEqual([]);
  }
  expect(await act('lurah.bintara', id, 'confirm', { contentHash: '0'.repeat(64) })).toMatchObject({ status: 404 });
});

test.each(['ppk', 'auditor', 'bank', 'walikota'])('%s neither proposes nor confirms', async (who) => {
  const person = await scene.person(who);
  const id = '00000000-0000-4000-8000-000000000001';
  expect((await person.post(`/families/${await family(0)}/changes`, {})).status).toBe(403);
  expect((await person.post(`/family-changes/${id}/confirm`, {})).status).toBe(403);
});

test('nobody proposes or confirms for their own household', async () => {
  const { id } = await proposed(8);
  const household = (username: string) =>
    scene.sql(
      `update officer set household_hash = (select kk_hash from roster_row where roster_id = $2 and row_number = 9)
        where username = $1`,
      [username, rosterId],
    );
  await household('lurah.kranji');
  expect(await confirm('lurah.kranji', id)).toMatchObject({ status: 403, code: 'FAMILY_CHANGE_OWN_HOUSEHOLD' });
  await household('tksk.bekasi-barat');
  const own = await proposed(8, { field: 'phone', value: { phone: '081234567890' } }, 'tksk.bekasi-barat');
  expect(own.answer).toMatchObject({ status: 403, code: 'FAMILY_CHANGE_OWN_HOUSEHOLD' });
  await scene.sql(`update officer set household_hash = null where household_hash is not null`);
});

test('a phone that was confirmed is seen where the record is opened', async () => {
  const { id } = await proposed(9, { field: 'phone', value: { phone: '0812-3456-7890' } });
  await confirm('lurah.kranji', id);
  const { rowId } = await familyAt(scene.api.database, rosterId, 10);
  const { body } = await (await scene.person('lurah.kranji')).post(`/families/${rowId}/reveal`, { purpose });
  expect(body).toMatchObject({ phone: '0812-3456-7890' });
});

test('the values stand nowhere in clear, not even in the trail', async () => {
  await proposed(10, { field: 'head', value: { nik: '3275020000009876', fullName: 'Rahasia Sekali' } });
  for (const table of ['family_change', 'audit_entry', 'command_receipt', 'outbox', 'notification']) {
    const rows = await rowsOf(
      scene.api.database.manager,
      `select 1 from ${table} t where t::text ilike any(array['%Rahasia Sekali%', '%3275020000009876%'])`,
    );
    expect([table, rows.length]).toEqual([table, 0]);
  }
});

test('who was taken out comes back by a paper and a second person, and nobody else does', async () => {
  const reentry = { field: 'reentry', value: { standing: 'listed' } };
  expect((await proposed(10, reentry)).answer).toMatchObject({ status: 422, code: 'FAMILY_NOT_EXCLUDED' });
  await scene.sql(
    `update roster_row set verdict = 'ineligible', verdict_reason = 'capable', verdict_at = '2023-03-01' where roster_id = $1 and row_number = 11`,
    [rosterId],
  );
  const { code, id, answer } = await proposed(10, reentry);
  expect(answer.status).toBe(201);
  expect(await opened('lurah.kranji', id)).toMatchObject({
    before: { standing: 'excluded' },
    after: { standing: 'listed' },
  });
  expect(await confirm('operator.kranji', id)).toMatchObject({ status: 403 });
  expect((await confirm('lurah.kranji', id)).status).toBe(204);
  expect(await stateOf(code)).toBe('confirmed');
  expect((await proposed(10, reentry)).answer).toMatchObject({ status: 422, code: 'FAMILY_NOT_EXCLUDED' });
});
