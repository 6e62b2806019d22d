import { randomUUID } from 'node:crypto';
import { anOfficer } from '../../support/factories/officers.js';
import { setToday } from '../../support/factories/task-services.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const WISH = { reason: 'Menunggu surat camat' };
const lurah = () => scene.person('lurah.kranji');
const camat = () => scene.person('camat.bekasi-barat');
const lurahTask = () => scene.task('endorsement.lurah', { subjectType: 'roster' });
const aColleague = () => anOfficer(scene.api.database.manager, 'lurah', { territoryCode: KRANJI });

/** A Monday of which the holidays are known, under a mandate that holds. */
beforeAll(async () => {
  await setToday(scene.api.database, '2023-03-06');
  await scene.sql(`update mandate set valid_from = '2023-03-06', valid_to = '2023-12-31' where period_id = $1`, [
    scene.period.periodId,
  ]);
});

test('a task lives through start, stop, suspend and resume, and its page tells the story', async () => {
  const taskId = await lurahTask();
  const person = await lurah();
  const step = async (event: string, body: unknown = {}) => person.post(`/tasks/${taskId}/${event}`, body);

  expect((await step('start')).body).toMatchObject({ state: 'in_progress' });
  expect((await step('stop')).body).toMatchObject({ state: 'reserved' });
  const until = '2023-03-09';
  expect((await step('suspend', { ...WISH, until })).body).toMatchObject({
    state: 'suspended',
    suspendedUntil: until,
    suspendedReason: WISH.reason,
    workingDaysLeft: null,
  });
  expect(await step('start')).toMatchObject({ status: 409, code: 'TASK_SUSPENDED' });
  expect((await step('resume')).body).toMatchObject({ state: 'reserved', suspendedUntil: null });
  expect((await step('comments', { text: 'Surat sudah diterima' })).status).toBe(200);

  const { body } = await person.get(`/tasks/${taskId}`);
  const { events, actions } = body as { events: { event: string }[]; actions: { life: Record<string, unknown> } };
  expect(events.map(({ event }) => event)).toEqual(['start', 'stop', 'suspend', 'resume', 'comment']);
  expect(actions.life).toMatchObject({
    start: { allowed: true },
    delegate: { allowed: true },
    skip: { allowed: false },
  });
});

test('the office above hands a task to an officer of the office below, and to nobody else', async () => {
  const taskId = await lurahTask();
  const colleague = await aColleague();
  const { body } = await (await camat()).get(`/tasks/${taskId}/candidates`);
  expect(body).toContainEqual(expect.objectContaining({ officerId: colleague.officerId, allowed: true }));

  const stranger = await anOfficer(scene.api.database.manager, 'ppk');
  const nominate = async (officerId: string) =>
    (await camat()).post(`/tasks/${taskId}/nominate`, { ...WISH, officerId });
  expect(await nominate(stranger.officerId)).toMatchObject({ status: 422, code: 'TARGET_ROLE' });
  expect(await nominate(randomUUID())).toMatchObject({ status: 404, code: 'OFFICER_UNKNOWN' });
  expect(
    await (await lurah()).post(`/tasks/${taskId}/nominate`, { ...WISH, officerId: colleague.officerId }),
  ).toMatchObject({
    status: 403,
    code: 'SUPERVISOR_ONLY',
  });
  expect((await nominate(colleague.officerId)).body).toMatchObject({ ownerId: colleague.officerId });
  expect(await (await lurah()).post(`/tasks/${taskId}/start`)).toMatchObject({ status: 409, code: 'TASK_HELD' });
});

test('forwarded to a colleague it is the colleague’s alone; delegated it comes back', async () => {
  const [person, colleague] = [await lurah(), await aColleague()];
  const forwarded = await lurahTask();
  await person.post(`/tasks/${forwarded}/claim`);
  const notified = await person.post(`/tasks/${forwarded}/forward`, { ...WISH, officerIds: [colleague.officerId] });
  expect(notified.body).toMatchObject({ state: 'ready', isForwarded: true, ownerId: null });
  expect(await person.post(`/tasks/${forwarded}/claim`)).toMatchObject({ status: 403, code: 'TASK_FORWARDED' });

  const delegated = await lurahTask();
  await person.post(`/tasks/${delegated}/claim`);
  const given = await person.post(`/tasks/${delegated}/delegate`, { officerId: colleague.officerId });
  expect(given.body).toMatchObject({ ownerId: colleague.officerId, state: 'reserved' });
  const back = await (await camat()).post(`/tasks/${delegated}/release`);
  expect(back.body).toMatchObject({ state: 'reserved', delegatedBy: null });
  expect((back.body as { ownerId: string }).ownerId).not.toBe(colleague.officerId);
});

test.each([
  ['delegate', { officerId: 'x' }, 400, 'REQUEST_INVALID'],
  ['suspend', { ...WISH, until: '2020-01-01' }, 422, 'UNTIL_NOT_LATER'],
  ['suspend', { until: '2023-03-09' }, 422, 'REASON_REQUIRED'],
  ['skip', WISH, 403, 'SKIP_NOT_ALLOWED'],
  ['fail', {}, 422, 'REASON_REQUIRED'],
  ['comments', { text: ' ' }, 400, 'REQUEST_INVALID'],
  ['extend', { ...WISH, dueOn: '2023-05-01' }, 403, 'SUPERVISOR_ONLY'],
])('%s %j is refused in both languages and changes nothing', async (event, body, status, code) => {
  const taskId = await lurahTask();
  const person = await lurah();
  await person.post(`/tasks/${taskId}/claim`);
  const [id, en] = [
    await person.post(`/tasks/${taskId}/${event}`, body),
    await person.post(`/tasks/${taskId}/${event}`, body, { language: 'en' }),
  ];
  expect([id, en]).toMatchObject([
    { status, code },
    { status, code },
  ]);
  expect(id.detail).not.toBe(en.detail);
  expect(id.detail).not.toMatch(/\{\{|[A-Z]+_[A-Z]+/);
  expect((await person.get(`/tasks/${taskId}`)).body).toMatchObject({ task: { state: 'reserved' } });
});

test('of many tasks it is told how far it is, chunk by chunk, then the answer; a refusal of the whole is the last line', async () => {
  const tksk = await scene.person('tksk.bekasi-barat');
  const ids = [
    await scene.task('follow-up.visit', { subjectType: 'case' }),
    ...Array.from({ length: 1_200 }, () => randomUUID()),
  ];
  const lines = async (body: unknown) => {
    const notified = await tksk.post('/tasks/bulk/claim', body, { accept: 'application/x-ndjson' });
    return (notified.body as string)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const notified = await lines({ taskIds: ids });
  expect(notified.slice(0, -1)).toEqual([500, 1_000, 1_201].map((done) => ({ progress: { done, of: 1_201 } })));
  expect(notified.at(-1)).toMatchObject({ answer: { done: 1, refused: 1_200 } });
  expect(await lines({ taskIds: [] })).toMatchObject([{ problem: { status: 400, code: 'REQUEST_INVALID' } }]);
});

test('many tasks in one request: a result for each, the same for the same key', async () => {
  const tksk = await scene.person('tksk.bekasi-barat');
  const ids = [
    await scene.task('follow-up.visit', { subjectType: 'case' }),
    await scene.task('follow-up.visit', { subjectType: 'case' }),
    await lurahTask(),
  ];
  const key = randomUUID();
  const claim = () => tksk.post('/tasks/bulk/claim', { taskIds: ids }, { key });

  const first = await claim();
  expect(first).toMatchObject({ status: 200, body: { done: 2, refused: 1 } });
  expect(
    (first.body as { results: { errors: { code: string; message: string }[] }[] }).results[2]?.errors[0],
  ).toMatchObject({
    code: 'ROLE_NOT_PERMITTED',
    message: expect.stringContaining('Lurah'),
  });
  expect(await claim()).toEqual(first);

  const items = ids.map((taskId) => ({ taskId, artefactHash: 'hash' }));
  const decision = { outcome: 'submitted', details: { finding: 'pin_forgotten' }, items };
  expect((await tksk.post('/tasks/bulk/decide', decision)).body).toMatchObject({ done: 2, refused: 1 });
  const tooMany = { taskIds: Array.from({ length: 5_001 }, () => randomUUID()) };
  expect(await tksk.post('/tasks/bulk/claim', tooMany)).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
});
