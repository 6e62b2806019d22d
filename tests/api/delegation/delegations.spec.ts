import { randomUUID } from 'node:crypto';
import { anOfficer } from '../../support/factories/officers.js';
import { setToday } from '../../support/factories/task-services.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
  await setToday(scene.api.database, '2023-03-06');
  await scene.sql(`update mandate set valid_from = '2023-03-06', valid_to = '2023-12-31' where period_id = $1`, [
    scene.period.periodId,
  ]);
}, 60_000);
afterAll(() => scene.api.stop());

interface Me {
  readonly officerId: string;
  readonly fullName: string;
  readonly appointments: { id: string }[];
}
const me = async (username: string) => (await (await scene.person(username)).get('/auth/me')).body as Me;
const DAYS = { validFrom: '2023-03-06', validTo: '2023-03-10', reason: 'Cuti tahunan' };

/** The lurah of Kranji asks the lurah next door to stand in. */
async function ask(more: Record<string, unknown> = {}, language: 'id' | 'en' = 'id') {
  const [kranji, bintara] = [await me('lurah.kranji'), await me('lurah.bintara')];
  const command = { ...DAYS, appointmentIds: kranji.appointments.map(({ id }) => id), toOfficerId: bintara.officerId };
  return (await scene.person('lurah.kranji')).post('/delegations', { ...command, ...more }, { language });
}

test('a lurah delegates, the neighbour endorses on behalf, and everybody reads for whom', async () => {
  const taskId = await scene.task('endorsement.lurah', { subjectType: 'roster' });
  const neighbour = await scene.person('lurah.bintara');
  expect(await neighbour.post(`/tasks/${taskId}/claim`)).toMatchObject({ status: 403 });
  const given = await ask();
  expect(given).toMatchObject({ status: 201 });
  const [delegation] = given.body as { id: string }[];

  const { body: listed } = await neighbour.get('/delegations');
  expect(listed).toMatchObject({ standsFor: [{ principal: 'Lurah Kranji', validTo: DAYS.validTo }] });
  const rows = (await neighbour.get('/tasks?view=behalf')).body as { rows: { id: string; onBehalfOf: string }[] };
  expect(rows.rows.find(({ id }) => id === taskId)).toMatchObject({ onBehalfOf: 'Lurah Kranji' });
  const page = (await neighbour.get(`/tasks/${taskId}`)).body;
  expect(page).toMatchObject({ task: { onBehalfOf: 'Lurah Kranji' }, actions: { claim: { allowed: true } } });

  const decision = { outcome: 'approved', artefactHash: 'hash' };
  expect(await neighbour.post(`/tasks/${taskId}/decide`, decision)).toMatchObject({ status: 200 });
  const after = (await (await scene.person('lurah.kranji')).get(`/tasks/${taskId}`)).body;
  expect(after).toMatchObject({ history: [{ officer: 'Lurah Bintara', actedFor: 'Lurah Kranji' }] });
  expect(await (await scene.person('lurah.kranji')).get('/notifications')).toMatchObject({ status: 200 });

  const end = `/delegations/${delegation?.id ?? ''}/end`;
  expect(await (await scene.person('lurah.jakasampurna')).post(end)).toMatchObject({ status: 404 });
  expect(await (await scene.person('camat.bekasi-barat')).post(end)).toMatchObject({ status: 204 });
  expect(await neighbour.post(end)).toMatchObject({ status: 204 });
  expect((await neighbour.get('/delegations')).body).toMatchObject({ standsFor: [] });
});

test.each([
  ['a day in the past', { validFrom: '2023-03-05' }, 422, 'DELEGATION_PAST', 'validFrom'],
  ['days in the wrong order', { validFrom: '2023-03-09', validTo: '2023-03-08' }, 422, 'DELEGATION_DATES', 'validTo'],
  ['too many days', { validTo: '2023-06-04' }, 422, 'DELEGATION_TOO_LONG', 'validTo'],
  ['an unknown officer', { toOfficerId: randomUUID() }, 404, 'OFFICER_UNKNOWN', 'toOfficerId'],
  ['a foreign office', { appointmentIds: [randomUUID()] }, 422, 'DELEGATION_OFFICE', 'appointmentIds'],
  ['no reason', { reason: '-' }, 400, 'REQUEST_INVALID', 'reason'],
])('%s is refused with code, field and what to do, in both languages', async (_what, more, status, code, field) => {
  for (const language of ['id', 'en'] as const) {
    const answer = await ask(more, language);
    expect(answer).toMatchObject({ status, code });
    const { errors } = answer.body as { errors: { field?: string; message: string }[] };
    const notified = errors.find((error) => error.field === field);
    expect(notified?.message).not.toMatch(/{{|^[A-Z_]+$/);
  }
  expect((await (await scene.person('lurah.kranji')).get('/delegations')).body).toMatchObject({
    given: expect.not.arrayContaining([expect.objectContaining({ isOver: false })]),
  });
});

test('a circle is refused, and whoever could not stand in is offered with the reason', async () => {
  const days = { validFrom: '2023-03-20', validTo: '2023-03-24' };
  const [{ id } = { id: '' }] = (await ask(days)).body as { id: string }[];
  const bintara = await me('lurah.bintara');
  const kranji = await me('lurah.kranji');
  const neighbour = await scene.person('lurah.bintara');
  const [office] = bintara.appointments;
  const back = { ...DAYS, ...days, appointmentIds: [office?.id], toOfficerId: kranji.officerId };
  expect(await neighbour.post('/delegations', back)).toMatchObject({ status: 409, code: 'DELEGATION_CYCLE' });
  const query = `appointmentId=${office?.id ?? ''}&validFrom=${days.validFrom}&validTo=${days.validTo}`;
  const { body } = await neighbour.get(`/delegations/candidates?${query}`);
  expect(body).toContainEqual(
    expect.objectContaining({
      officerId: kranji.officerId,
      allowed: false,
      refusals: [expect.objectContaining({ code: 'DELEGATION_CYCLE' })],
    }),
  );
  expect(body).toContainEqual(expect.objectContaining({ fullName: 'Lurah Jakasampurna', allowed: true }));
  await (await scene.person('lurah.kranji')).post(`/delegations/${id}/end`);
});

test('what needs no office needs no delegate: a reader is refused', async () => {
  const [kranji] = [await me('lurah.kranji')];
  const command = { ...DAYS, appointmentIds: [kranji.appointments[0]?.id], toOfficerId: kranji.officerId };
  expect(await (await scene.person('auditor')).post('/delegations', command)).toMatchObject({ status: 403 });
});

test('a pack is offered by the lurah, seen by the camat, answered by its receiver alone', async () => {
  const taskId = await scene.task('endorsement.lurah', { subjectType: 'roster' });
  const lurah = await scene.person('lurah.kranji');
  const camat = await scene.person('camat.bekasi-barat');
  await lurah.post(`/tasks/${taskId}/claim`);
  const successor = await anOfficer(scene.api.database.manager, 'lurah', { territoryCode: KRANJI });
  const contents = (await lurah.get('/handovers/contents')).body;
  expect(contents).toMatchObject({ items: expect.arrayContaining([{ kind: 'held', items: 1 }]) });
  expect(contents).toMatchObject({ receivers: [expect.objectContaining({ officerId: successor.officerId })] });

  const command = { toOfficerId: successor.officerId, reason: 'Pindah tugas' };
  const offered = await lurah.post('/handovers', command);
  expect(offered).toMatchObject({ status: 201, body: { mayAnswer: false, mayWithdraw: true, counts: { offered: 1 } } });
  const { id } = offered.body as { id: string };
  expect((await camat.get('/handovers')).body).toContainEqual(expect.objectContaining({ id }));
  expect((await camat.get(`/handovers/${id}/items`)).body).toMatchObject({ rows: [{ kind: 'held', taskId }] });
  const stranger = await scene.person('lurah.bintara');
  expect(await stranger.get(`/handovers/${id}`)).toMatchObject({ status: 404, code: 'HANDOVER_UNKNOWN' });
  expect(await stranger.post(`/handovers/${id}/accept`)).toMatchObject({ status: 404, code: 'HANDOVER_UNKNOWN' });
  expect(await lurah.post(`/handovers/${id}/accept`)).toMatchObject({ status: 403, code: 'HANDOVER_RECEIVER_ONLY' });
  expect(await lurah.post('/handovers', command)).toMatchObject({ status: 409, code: 'HANDOVER_EXISTS' });
  expect(await camat.post(`/handovers/${id}/withdraw`)).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
  expect(await lurah.post(`/handovers/${id}/withdraw`)).toMatchObject({ status: 409, code: 'HANDOVER_CLOSED' });
});

test.each([
  ['to oneself', 'lurah.kranji', 'lurah.kranji', 'HANDOVER_SELF'],
  ['of somebody who is not below', 'lurah.bintara', 'lurah.kranji', 'HANDOVER_NOT_ABOVE'],
])('a pack %s is refused', async (_what, by, of, code) => {
  const [giver, receiver] = [await me(of), await me('lurah.kranji')];
  const command = { fromOfficerId: giver.officerId, toOfficerId: receiver.officerId, reason: 'Pindah tugas' };
  expect(await (await scene.person(by)).post('/handovers', command)).toMatchObject({ code });
});
