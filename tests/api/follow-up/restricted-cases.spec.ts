import { CaseRepository } from '#persistence';
import { someCases } from '../../support/factories/cases.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const DAYS = { visit: '2099-05-30', decide: '2099-06-13', start: null };
const TKSK = 'tksk.bekasi-barat';
const NOTE = 'Kartu ditahan orang lain';
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('photo')]);

/** A case in Kranji with its visit open. */
async function aCase() {
  const { source } = { source: scene.api.database };
  const { caseIds, deskIds, periodId } = await someCases(source);
  await source.query('update follow_up_case set kelurahan_code = $2 where id = any($1)', [caseIds, KRANJI]);
  const cases = new CaseRepository(source.manager);
  const [caseId = '', deskId = ''] = [caseIds[0], deskIds[0]];
  await cases.openTasks(deskId, DAYS);
  const goOn = async () => {
    await cases.advance(deskId);
    await cases.openTasks(deskId, DAYS);
  };
  const taskOf = async (kind: string) =>
    (
      await source.query<{ id: string; hash: string }[]>(
        'select id, artefact_hash as hash from task where workflow_id = $1 and kind = $2',
        [deskId, kind],
      )
    )[0] ?? { id: '', hash: '' };
  return { caseId, periodId, goOn, taskOf };
}

const person = (name: string) => scene.person(name);

async function aRestrictedCase() {
  const made = await aCase();
  const { id, hash } = await made.taskOf('follow-up.visit');
  const tksk = await person(TKSK);
  const added = await tksk.upload(`/tasks/${id}/attachments`, PNG, 'foto.png');
  expect(added.status).toBe(200);
  const details = { finding: 'card_held_by_other', note: NOTE };
  const sent = await tksk.post(`/tasks/${id}/decide`, { outcome: 'submitted', artefactHash: hash, details });
  expect(sent.status).toBe(200);
  await made.goOn();
  return { ...made, visitId: id, attachmentId: (added.body as { attachmentId: string }).attachmentId };
}

const EVERYBODY_ELSE = [TKSK, 'dinsos.operator', 'lurah.kranji', 'camat.bekasi-barat', 'walikota'];

test('a finding without its evidence says in both languages what is missing', async () => {
  const { taskOf } = await aCase();
  const { id, hash } = await taskOf('follow-up.visit');
  const body = { outcome: 'submitted', artefactHash: hash, details: { finding: 'no_longer_poor' } };
  const tksk = await person(TKSK);
  const [indonesian, english] = [
    await tksk.post(`/tasks/${id}/decide`, body, { language: 'id' }),
    await tksk.post(`/tasks/${id}/decide`, body, { language: 'en' }),
  ];
  expect(indonesian).toMatchObject({ status: 422, code: 'CASE_EVIDENCE_MISSING' });
  expect(indonesian.detail).toContain('Catatan, Foto');
  expect(english.detail).toContain('A note, A photo');
  const unknown = await tksk.post(`/tasks/${id}/decide`, { ...body, details: { finding: 'abducted' } });
  expect(unknown).toMatchObject({ status: 404, code: 'FINDING_UNKNOWN' });
  const before = { ...body, details: { finding: 'pin_forgotten', outcome: 'keeps_money' } };
  expect(await tksk.post(`/tasks/${id}/decide`, before)).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
});

test('a restricted finding, its note and its photo are read by the head of Dinsos alone', async () => {
  const { caseId, periodId, visitId, attachmentId, taskOf } = await aRestrictedCase();
  const head = await person('dinsos.kepala');
  expect((await head.get(`/cases/${caseId}`)).body).toMatchObject({
    ...{ finding: 'card_held_by_other', findingNote: NOTE, restricted: true, suggests: 'recard' },
  });
  expect((await head.get(`/tasks/${visitId}/attachments/${attachmentId}`)).status).toBe(200);
  for (const username of EVERYBODY_ELSE) {
    const other = await person(username);
    const seen = (await other.get(`/cases/${caseId}`)).body;
    expect([username, seen]).toMatchObject([username, { finding: 'restricted', findingNote: null, offered: [] }]);
    const { rows } = (await other.get(`/periods/${periodId}/cases?limit=10`)).body as { rows: unknown[] };
    expect([username, rows]).toMatchObject([username, [{ finding: 'restricted', findingNote: null }]]);
    const listed = async (query: string) =>
      ((await other.get(`/periods/${periodId}/cases?${query}`)).body as { rows: unknown[] }).rows.length;
    // Asked for by what it is, it is not there: a list that answered would tell.
    expect([username, await listed('reason=card_held_by_other')]).toEqual([username, 0]);
    expect([username, await listed('reason=restricted&state=open')]).toEqual([username, 1]);
    expect([username, await listed('reason=restricted&territoryCode=33.74')]).toEqual([username, 0]);
    const detail = await other.get(`/tasks/${visitId}`);
    expect([username, detail.status, JSON.stringify(detail.body).includes(NOTE)]).toEqual([username, 200, false]);
    expect(JSON.stringify(detail.body)).not.toContain('card_held_by_other');
    expect(JSON.stringify(detail.body)).not.toContain(attachmentId);
    const photo = await other.get(`/tasks/${visitId}/attachments/${attachmentId}`);
    expect([username, photo.code]).toEqual([username, 'PAPERS_NOT_YOURS']);
  }
  const { id, hash } = await taskOf('follow-up.decide');
  const body = { outcome: 'approved', artefactHash: hash, details: { outcome: 'recard' } };
  const operator = await (await person('dinsos.operator')).post(`/tasks/${id}/decide`, body);
  expect(operator).toMatchObject({ status: 403, code: 'ROLE_NOT_PERMITTED' });
  const excluded = await head.post(`/tasks/${id}/decide`, { ...body, details: { outcome: 'exclude' } });
  expect(excluded).toMatchObject({ status: 422, code: 'CASE_OUTCOME_NOT_ALLOWED' });
  expect(excluded.detail).toContain('Kartu baru dari bank');
  expect((await head.post(`/tasks/${id}/decide`, body)).status).toBe(200);
});

test('the tree is read by who reads cases, with what each finding asks for', async () => {
  const { periodId, caseId } = await aCase();
  const tree = (await (await person(TKSK)).get(`/periods/${periodId}/findings`)).body as { finding: string }[];
  expect(tree).toHaveLength(24);
  expect(tree[0]).toMatchObject({ finding: 'card_not_received', group: 'card', evidence: ['note'], verified: false });
  expect((await (await person('bank')).get(`/periods/${periodId}/findings`)).status).toBe(403);
  expect(await (await person('tksk.bekasi-timur')).get(`/cases/${caseId}`)).toMatchObject({ code: 'CASE_UNKNOWN' });
});
