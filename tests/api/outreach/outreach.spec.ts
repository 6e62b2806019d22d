import { addCalendarDays } from '#domain';
import { PersonVault, ProgrammeClockRepository } from '#persistence';
import { anUnusedOrder, type MadeOrder } from '../../support/factories/orders.js';
import { wholeList } from '../support/whole-list.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

const OPERATOR = 'dinsos.operator';
const LURAH = 'lurah.kranji';
let scene: Scene;
let made: MadeOrder;
let today: string;
beforeAll(async () => {
  scene = await aScene();
  made = await anUnusedOrder(scene.api.database, 12);
  today = await new ProgrammeClockRepository(scene.api.database.manager).today();
}, 60_000);
afterAll(() => scene.api.stop());

const campaignForm = (more: object = {}) => ({
  ...{ periodId: made.periodId, cityCode: '32.75', topic: 'rights', purpose: 'Warga tahu haknya dan cara mengadu' },
  kelurahan: [KRANJI],
  ...more,
});
const plan = (more: object = {}) => ({
  ...{ kelurahanCode: KRANJI, onDay: today, startsAt: '13:30', place: 'Balai warga RW 02' },
  ...{ speaker: 'Dinas Sosial', materials: 'Brosur hak penerima' },
  ...more,
});
const report = (more: object = {}) => ({
  ...{ version: 1, others: 3, basis: 'Surat dinas', outcome: 'Warga bertanya cara mengadu.', obstacles: 'Tidak ada.' },
  conclusion: 'Warga tahu cara mengadu.',
  ...more,
});

interface Ids {
  readonly id: string;
}
async function aSession(more: object = {}): Promise<{ campaign: string; session: string }> {
  const operator = await scene.person(OPERATOR);
  const campaign = ((await operator.post('/outreach/campaigns', campaignForm())).body as Ids).id;
  const planned = await operator.post(`/outreach/campaigns/${campaign}/sessions`, plan(more));
  expect(planned.status).toBe(201);
  return { campaign, session: (planned.body as Ids).id };
}

test('from need to campaign, session, invitations, attendance, report and close; each step once', async () => {
  const operator = await scene.person(OPERATOR);
  const need = await operator.get(`/outreach/need?periodId=${made.periodId}&text=kranji`);
  expect(need.body).toMatchObject({
    ...{ cityCode: '32.75', next: null },
    rows: [{ code: KRANJI, name: 'Kranji', credited: 4, notTransacted: 4, found: 0, need: null }],
  });
  const first = await operator.post('/outreach/campaigns', campaignForm(), { key: 'kampanye-1' });
  expect((await operator.post('/outreach/campaigns', campaignForm(), { key: 'kampanye-1' })).body).toEqual(first.body);

  const { campaign, session } = await aSession();
  const path = `/outreach/sessions/${session}`;
  const lurah = await scene.person(LURAH);
  expect((await lurah.post(`${path}/invitations`, { list: 'not_transacted' })).body).toEqual({ families: 4 });
  expect((await lurah.post(`${path}/invitations`, { list: 'credited' })).body).toEqual({ families: 0 });
  const { rows } = (await lurah.get(`${path}/families`)).body as { rows: { id: string; kpmCode: string }[] };
  const marked = await lurah.post(`${path}/attendance`, { families: [rows[0]?.id], attendance: 'present' });
  expect(marked.status).toBe(201);
  expect((await lurah.post(`${path}/attendance`, { rest: 'absent' })).body).toEqual({ families: 3 });
  expect((await lurah.get(`${path}/families?view=present`)).body).toMatchObject({ rows: [{ id: rows[0]?.id }] });

  const masked = await wholeList(scene, `${path}/families/xlsx`, LURAH);
  expect(masked).toHaveLength(5);
  expect(masked.flat()).toEqual(expect.arrayContaining(['Hadir', 'Tidak hadir']));

  expect((await lurah.post(`${path}/hold`, report())).status).toBe(204);
  expect(await lurah.post(`${path}/hold`, report())).toMatchObject({ status: 409, code: 'OUTREACH_SESSION_HELD' });
  expect((await operator.get(path)).body).toMatchObject({
    ...{ state: 'held', invited: 4, present: 1, absent: 3, others: 3 },
    report: { outcome: 'Warga bertanya cara mengadu.' },
  });
  const sessions = await wholeList(scene, '/outreach/sessions/xlsx', OPERATOR);
  expect(sessions.flat()).toEqual(expect.arrayContaining(['Terlaksana', 'Balai warga RW 02']));
  expect((await operator.post(`/outreach/campaigns/${campaign}/close`)).status).toBe(204);
  expect((await operator.get('/outreach/campaigns?state=closed')).body).toMatchObject({
    rows: [{ id: campaign, held: 1 }],
  });
});

test('invitations and the list by name are for who may open records there, and are recorded', async () => {
  const person = { fullName: 'Siti Rekaan', address: 'Jalan Rekaan 7', rt: '001', rw: '002' };
  const { session } = await aSession();
  const path = `/outreach/sessions/${session}`;
  const lurah = await scene.person(LURAH);
  await lurah.post(`${path}/invitations`, { list: 'credited' });
  const keyOf = (name: string): Buffer => Buffer.from(process.env[name] ?? '', 'base64');
  const vault = new PersonVault({ dataKey: keyOf('AMANAH_DATA_KEY'), indexKey: keyOf('AMANAH_INDEX_KEY') });
  await scene.sql('update roster_row set sealed = $1', [vault.sealBytes(Buffer.from(JSON.stringify(person)))]);
  const pdf = await lurah.get(`${path}/invitations/1`);
  expect(pdf.status).toBe(200);
  const list = await wholeList(scene, `${path}/attendance-list/xlsx`, LURAH);
  expect(list.flat()).toEqual(expect.arrayContaining(['NAMA', 'Siti Rekaan', 'Jalan Rekaan 7']));
  expect(await lurah.get(`${path}/invitations/2`)).toMatchObject({ status: 404, code: 'OUTREACH_SHEET_UNKNOWN' });
  expect((await (await scene.person('program')).get(`${path}/invitations/1`)).status).toBe(403);
  const trail = (await (await scene.person('auditor')).get('/audit/entries?action=outreach.invitations&limit=50'))
    .body as {
    rows: { subjectType: string }[];
  };
  expect(trail.rows.map(({ subjectType }) => subjectType)).toEqual(
    expect.arrayContaining(['family', 'outreach_session']),
  );
});

test('what cannot be is refused in words', async () => {
  const operator = await scene.person(OPERATOR);
  const lurah = await scene.person(LURAH);
  const { campaign, session } = await aSession({ onDay: addCalendarDays(today, 2) });
  const add = (more: object) => operator.post(`/outreach/campaigns/${campaign}/sessions`, plan(more));
  const past = await add({ onDay: addCalendarDays(today, -1) });
  expect(past).toMatchObject({ status: 422, code: 'OUTREACH_SESSION_PAST' });
  expect(past.detail).toContain(today);
  expect(await add({ kelurahanCode: '32.75.02.1001' })).toMatchObject({ status: 404, code: 'OUTREACH_PLACE_UNKNOWN' });
  expect(await add({ startsAt: '25:00' })).toMatchObject({ code: 'REQUEST_INVALID' });
  const path = `/outreach/sessions/${session}`;
  expect(await lurah.post(`${path}/hold`, report())).toMatchObject({ status: 422, code: 'OUTREACH_SESSION_TO_COME' });
  expect(await lurah.post(`${path}/attendance`, { rest: 'absent' })).toMatchObject({
    code: 'OUTREACH_SESSION_TO_COME',
  });
  const { kelurahanCode: _place, ...moved } = plan({ place: 'Masjid' });
  expect((await operator.put(path, { version: 1, ...moved })).status).toBe(204);
  expect(await operator.put(path, { version: 1, ...moved })).toMatchObject({
    ...{ status: 409, code: 'OUTREACH_SESSION_CHANGED' },
  });
  const other = await scene.sql(
    `select kpm_code as code from entitlement where period_id = $1 and kelurahan_code <> $2 limit 1`,
    [made.periodId, KRANJI],
  );
  const elsewhere = { kpmCode: (other as { code: string }).code, attendance: 'present' };
  expect(await lurah.post(`${path}/families`, elsewhere)).toMatchObject({
    ...{ status: 422, code: 'OUTREACH_FAMILY_ELSEWHERE' },
  });
  expect(await lurah.post(`${path}/families`, { ...elsewhere, kpmCode: 'TIDAK-ADA' })).toMatchObject({ status: 404 });
  expect(await operator.post(`/outreach/campaigns/${campaign}/close`)).toMatchObject({
    ...{ status: 409, code: 'OUTREACH_SESSIONS_OPEN' },
  });
  expect((await lurah.post(`${path}/cancel`, { reason: 'Balai warga kebanjiran.' })).status).toBe(204);
  expect(await lurah.post(`${path}/hold`, report({ version: 2 }))).toMatchObject({
    code: 'OUTREACH_SESSION_CANCELLED',
  });
  expect(await lurah.get(`${path}/report/pdf`)).toMatchObject({ status: 409, code: 'OUTREACH_NOT_HELD' });
});

test('who does not plan cannot, and other territories neither see nor change anything', async () => {
  const lurah = await scene.person(LURAH);
  expect((await lurah.post('/outreach/campaigns', campaignForm())).status).toBe(403);
  expect((await (await scene.person('program')).post('/outreach/campaigns', campaignForm())).status).toBe(403);
  expect((await (await scene.person('bank')).get('/outreach/sessions')).status).toBe(403);
  const operator = await scene.person(OPERATOR);
  const outside = campaignForm({ cityCode: '32.73', kelurahan: ['32.73.02.1001'] });
  expect(await operator.post('/outreach/campaigns', outside)).toMatchObject({ status: 403, code: 'OUTREACH_PLACE' });
  const { session } = await aSession();
  const neighbour = await scene.person('lurah.bintara');
  expect(await neighbour.get(`/outreach/sessions/${session}`)).toMatchObject({
    ...{ status: 404, code: 'OUTREACH_SESSION_UNKNOWN' },
  });
  const path = `/outreach/sessions/${session}`;
  expect(await neighbour.post(`${path}/invitations`, { list: 'credited' })).toMatchObject({ status: 404 });
  expect(await neighbour.post(`${path}/cancel`, { reason: 'Bukan kelurahan saya.' })).toMatchObject({ status: 404 });
  expect((await (await scene.person('program')).post(`${path}/hold`, report())).status).toBe(403);
});

test('an effect that cannot be said is answered with what is missing, and no number', async () => {
  const later = await anUnusedOrder(scene.api.database, 12);
  const operator = await scene.person(OPERATOR);
  const path = `/outreach/effect?beforeId=${made.periodId}&afterId=${later.periodId}`;
  expect((await operator.get(path)).body).toMatchObject({
    ...{ code: 'OUTREACH_TOO_FEW', missingTreated: 5, adjusted: null, plain: null, rules: { least: 5 } },
  });
  const same = await operator.get(`/outreach/effect?beforeId=${made.periodId}&afterId=${made.periodId}`);
  expect(same).toMatchObject({ status: 422, code: 'OUTREACH_PERIODS' });
});
