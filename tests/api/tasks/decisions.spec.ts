import { anOfficer } from '../../support/factories/officers.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const APPROVED = { outcome: 'approved', artefactHash: 'hash' };
const lurahTask = () => scene.task('endorsement.lurah', { subjectType: 'roster' });
const decide = async (username: string, taskId: string, body: unknown = APPROVED, language: 'id' | 'en' = 'id') =>
  (await scene.person(username)).post(`/tasks/${taskId}/decide`, body, { language });

test('the right person in the right place decides, and is told so again', async () => {
  const taskId = await lurahTask();
  const first = await decide('lurah.kranji', taskId);
  expect(first).toMatchObject({ status: 200, body: { taskId, outcome: 'approved' } });
  expect((await decide('lurah.kranji', taskId)).body).toEqual(first.body);
});

test.each([
  ['another role', 'camat.bekasi-barat', 403, 'ROLE_NOT_PERMITTED', 'Tugas ini diputuskan oleh Lurah', 'decided by'],
  ['another kelurahan', 'lurah.bintara', 403, 'TERRITORY_OUTSIDE_OFFICE', 'di luar wilayah kantor Anda', 'outside'],
])('%s is refused and told who could', async (_who, username, status, code, indonesian, english) => {
  const taskId = await lurahTask();
  const notified = await decide(username, taskId);
  expect(notified).toMatchObject({ status, code });
  expect(notified.detail).toContain(indonesian);
  expect(notified.detail).toContain('Kelurahan Kranji');
  expect((await decide(username, taskId, APPROVED, 'en')).detail).toContain(english);
});

test.each([
  ['a list that has changed', { ...APPROVED, artefactHash: 'older' }, 409, 'ARTEFACT_CHANGED'],
  ['an outcome not offered', { ...APPROVED, outcome: 'submitted' }, 422, 'OUTCOME_NOT_OFFERED'],
  ['a return without a reason', { ...APPROVED, outcome: 'returned' }, 422, 'REASON_REQUIRED'],
  ['a return with a blank reason', { ...APPROVED, outcome: 'returned', reason: '  ' }, 422, 'REASON_REQUIRED'],
  [
    'a return to where nobody returns',
    { ...APPROVED, outcome: 'returned', reason: 'Salah', returnTo: 'allocation' },
    422,
    'RETURN_STAGE_NOT_OFFERED',
  ],
  ['a body of another shape', { outcome: 'approved' }, 400, 'REQUEST_INVALID'],
  ['a field nobody knows', { ...APPROVED, sudo: true }, 400, 'REQUEST_INVALID'],
])('%s is refused in both languages and changes nothing', async (_what, body, status, code) => {
  const taskId = await lurahTask();
  const [indonesian, english] = [
    await decide('lurah.kranji', taskId, body),
    await decide('lurah.kranji', taskId, body, 'en'),
  ];
  expect(indonesian).toMatchObject({ status, code });
  expect(english).toMatchObject({ status, code });
  expect(indonesian.detail).not.toBe(english.detail);
  expect(indonesian.detail).not.toContain(code);
  expect((await decide('lurah.kranji', taskId)).status).toBe(200);
});

test('what a colleague decided is told with name, time and outcome', async () => {
  const taskId = await scene.task('closing.set');
  const other = await anOfficer(scene.api.database.manager, 'ppk');
  await decide('ppk', taskId);
  await scene.sql(`update appointment set officer_id = $1 where id = $2`, [other.officerId, other.appointmentId]);

  const notified = await decide('ppk', taskId, { outcome: 'returned', reason: 'Salah', artefactHash: 'hash' });
  expect(notified).toMatchObject({ status: 409, code: 'TASK_DECIDED' });
  expect(notified.detail).toContain('approved');
});

test('a task that ran out is closed to everybody', async () => {
  const taskId = await scene.task('follow-up.visit', { subjectType: 'case' });
  await scene.sql(
    `update task set state = 'exited', last_event = 'exit', closed_at = now(), closed_reason = 'deadline' where id = $1`,
    [taskId],
  );
  const visit = { outcome: 'submitted', artefactHash: 'hash', details: { finding: 'pin_forgotten' } };
  expect(await decide('tksk.bekasi-barat', taskId, visit)).toMatchObject({ status: 409, code: 'TASK_CLOSED' });
});

test('a task that a colleague holds is refused with the name of the holder', async () => {
  const taskId = await lurahTask();
  const holder = await anOfficer(scene.api.database.manager, 'lurah', { territoryCode: KRANJI });
  await scene.sql(`update task set state = 'reserved', last_event = 'claim', owner_id = $2 where id = $1`, [
    taskId,
    holder.officerId,
  ]);
  const notified = await decide('lurah.kranji', taskId);
  expect(notified).toMatchObject({ status: 409, code: 'TASK_HELD' });
  expect(notified.detail).toContain(holder.fullName);
});

test('whoever set the list cannot ratify it, with whatever second office', async () => {
  const chainKey = 'decree:four-eyes';
  const set = await scene.task('closing.set', { chainKey });
  await decide('ppk', set);
  const ratify = await scene.task('closing.ratify', { chainKey });
  await scene.sql(
    `insert into appointment (officer_id, office_id, role, valid_from)
     select o.id, a.office_id, 'kpa', '2020-01-01' from officer o join appointment a on a.officer_id = o.id where o.username = 'ppk'`,
  );
  try {
    expect(await decide('ppk', ratify)).toMatchObject({ status: 403, code: 'FOUR_EYES' });
    expect((await decide('kpa', ratify)).status).toBe(200);
  } finally {
    await scene.sql(
      `delete from appointment where role = 'kpa' and officer_id = (select id from officer where username = 'ppk')`,
    );
  }
});

test.each([
  ['suspended', 'MANDATE_NOT_LIVE'],
  ['revoked', 'MANDATE_NOT_LIVE'],
  ['expired', 'MANDATE_EXPIRED'],
])('under a mandate that is %s nobody in the city decides; the ministry does', async (state, code) => {
  const [city, ministry] = [await lurahTask(), await scene.task('closing.set')];
  const before = 'update mandate set state = $2, valid_to = $3 where period_id = $1';
  const isExpired = state === 'expired';
  await scene.sql(before, [
    scene.period.periodId,
    isExpired ? 'accepted' : state,
    isExpired ? '2020-01-01' : '2099-01-01',
  ]);
  try {
    const notified = await decide('lurah.kranji', city);
    expect(notified).toMatchObject({ status: 403 });
    expect(notified.codes).toContain(code);
    expect((await decide('ppk', ministry)).status).toBe(200);
  } finally {
    await scene.sql(before, [scene.period.periodId, 'accepted', '2099-01-01']);
  }
});
