import { loadConfig } from '#config';
import { LapseFamilyChanges } from '#application';
import { PersonVault } from '#persistence';
import { loadWorkingCalendar } from '#policies';
import { aPerson, aRowOf, aSentList, familyAt } from '../../support/factories/families.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
let rosterId = '';
const people = Array.from({ length: 8 }, (_, at) => aPerson({ nik: `32750201019030${10 + at}` }));
beforeAll(async () => {
  scene = await aScene();
  const vault = new PersonVault(loadConfig());
  const rows = people.map((person, at) => aRowOf(vault, person, KRANJI, at + 1));
  rosterId = await aSentList(scene.api.database, scene.period, rows);
}, 60_000);
afterAll(() => scene.api.stop());

const MOVED = { kind: 'record', field: 'address', value: { address: 'Jl. Baru 9', rt: '003', rw: '004' } };
const granted = { outcome: 'granted', text: 'Alamat Ibu kami perbaiki.' };

/** A walk-in about the family of this place in the list. */
async function aComplaint(at: number, more: object = {}): Promise<string> {
  const clerk = await scene.person('dinsos.operator');
  const said = { kind: 'wrong_data', territoryCode: KRANJI, channel: 'walk_in', text: 'Alamat kami di daftar keliru.' };
  const made = await clerk.post('/complaints', { ...said, nik: people[at]?.nik ?? '', ...more });
  return (made.body as { id: string }).id;
}

const answer = async (id: string, body: object) =>
  (await scene.person('dinsos.operator')).post(`/complaints/${id}/answer`, body);
const page = async (id: string) => (await (await scene.person('dinsos.operator')).get(`/complaints/${id}`)).body;

/** The change that the complaint of this family set going, granted. */
async function aChange(at: number) {
  const id = await aComplaint(at);
  expect((await answer(id, { ...granted, deed: MOVED })).status).toBe(204);
  const { code } = await familyAt(scene.api.database, rosterId, at + 1);
  const head = await scene.person('dinsos.kepala');
  const [change] = (await head.get(`/families/${code}/changes`)).body as { id: string }[];
  return { id, head, change: change ?? { id: '' }, code };
}

test('a granted complaint changes the record by a second person, who reads of the complaint instead of a paper', async () => {
  const { id, head, change } = await aChange(0);
  expect(change).toMatchObject({
    field: 'address',
    state: 'proposed',
    complaintId: id,
    paperName: null,
    mayDecide: true,
  });
  expect(await page(id)).toMatchObject({
    state: 'answered',
    deeds: [{ deed: 'record', field: 'address', result: null }],
  });
  expect(JSON.stringify(await page(id))).not.toContain('Jl. Baru');
  expect(await head.get(`/family-changes/${change.id}/paper`)).toMatchObject({
    body: { code: 'FAMILY_PAPER_UNKNOWN' },
  });
  const opened = await head.post(`/family-changes/${change.id}/open`, { purpose: 'memutuskan perubahan' });
  expect(opened.body).toMatchObject({ after: MOVED.value });
  const { contentHash } = opened.body as { contentHash: string };
  expect((await head.post(`/family-changes/${change.id}/confirm`, { contentHash })).status).toBe(204);
  expect(await page(id)).toMatchObject({ state: 'answered', deeds: [{ result: 'confirmed' }] });
});

test('who answered does not confirm what the answer set going', async () => {
  const { change } = await aChange(1);
  const clerk = await scene.person('dinsos.operator');
  const { contentHash } = (await clerk.post(`/family-changes/${change.id}/open`, { purpose: 'memutuskan perubahan' }))
    .body as { contentHash: string };
  const own = await clerk.post(`/family-changes/${change.id}/confirm`, { contentHash });
  expect(own.body).toMatchObject({ code: 'FAMILY_CHANGE_OWN' });
});

test('a refused change owes the family another answer, and the office hears of it', async () => {
  const { id, head, change } = await aChange(2);
  await head.post(`/family-changes/${change.id}/refuse`, { reason: 'alamat itu di luar kota' });
  expect(await page(id)).toMatchObject({
    ...{ state: 'in_work', deeds: [{ result: 'refused' }], acts: ['answer', 'wait', 'merge'] },
  });
  const clerk = await scene.person('dinsos.operator');
  expect(JSON.stringify((await clerk.get('/notifications')).body)).toContain('undone');
  expect((await answer(id, { outcome: 'rejected', text: 'Alamat itu di kota lain, maaf.' })).status).toBe(204);
  expect(await page(id)).toMatchObject({ state: 'answered', outcome: 'rejected' });
});

test('a change that nobody decided by its day owes another answer, too', async () => {
  const { id, change } = await aChange(3);
  await scene.sql('alter table family_change disable trigger user');
  await scene.sql(`update family_change set due_on = '2023-03-01' where id = $1`, [change.id]);
  await scene.sql('alter table family_change enable trigger user');
  await new LapseFamilyChanges(scene.api.database, loadWorkingCalendar()).look();
  expect(await page(id)).toMatchObject({ state: 'in_work', deeds: [{ result: 'lapsed' }] });
});

test.each([
  ['a refusing answer', 4, {}, { outcome: 'rejected', text: 'Data sudah benar.', deed: MOVED }, 'COMPLAINT_DEED'],
  ['a complaint about nobody known', 4, { nik: '' }, { ...granted, deed: MOVED }, 'COMPLAINT_DEED'],
  [
    'an address that is not whole',
    4,
    {},
    { ...granted, deed: { ...MOVED, value: { rt: '1' } } },
    'FAMILY_CHANGE_VALUE',
  ],
  ['a way back for who was taken out', 4, {}, { ...granted, deed: { ...MOVED, field: 'reentry' } }, 'REQUEST_INVALID'],
])('%s sets nothing going, and the complaint stays as it was', async (_, at, more, body, code) => {
  const id = await aComplaint(at, more);
  expect((await answer(id, body)).body).toMatchObject({ code });
  expect(await page(id)).toMatchObject({ state: 'received', deeds: [] });
});

test('a restricted complaint sets nothing going: who settles records would read of it', async () => {
  const id = await aComplaint(5, { kind: 'card_held' });
  const head = await scene.person('dinsos.kepala');
  expect((await head.post(`/complaints/${id}/answer`, { ...granted, deed: MOVED })).body).toMatchObject({
    code: 'COMPLAINT_DEED',
  });
});

test('what somebody has taken is not taken again: that would undo an answer that waits or stands', async () => {
  const id = await aComplaint(6);
  const clerk = await scene.person('dinsos.operator');
  expect((await clerk.post(`/complaints/${id}/take`)).status).toBe(204);
  expect((await clerk.post(`/complaints/${id}/answer`, granted)).status).toBe(204);
  expect((await clerk.post(`/complaints/${id}/take`)).body).toMatchObject({ code: 'COMPLAINT_STATE' });
  expect(await page(id)).toMatchObject({ state: 'answered' });
});
