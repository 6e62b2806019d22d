import { randomUUID } from 'node:crypto';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const claim = async (taskId: string, key: string | null) =>
  (await scene.person('ppk')).post(`/tasks/${taskId}/claim`, {}, { key });

test('a command without a key is refused', async () => {
  const taskId = await scene.task('closing.set');
  expect(await claim(taskId, null)).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
  expect(await claim(taskId, ' ')).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
  expect(await claim(taskId, 'x'.repeat(201))).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
});

test('the same key gets the first answer, though the world has moved on', async () => {
  const [taskId, key] = [await scene.task('closing.set'), randomUUID()];
  const first = await claim(taskId, key);
  await (await scene.person('ppk')).post(`/tasks/${taskId}/release`);

  expect(first.status).toBe(200);
  expect(await claim(taskId, key)).toEqual(first);
  expect((await (await scene.person('ppk')).get(`/tasks/${taskId}`)).body).toMatchObject({ task: { state: 'ready' } });
});

test('twenty of the same at once are one', async () => {
  const [taskId, key] = [await scene.task('closing.set'), randomUUID()];
  const body = { outcome: 'approved', artefactHash: 'hash' };
  const ppk = await scene.person('ppk');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ppk.post(`/tasks/${taskId}/decide`, body, { key })),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.status).toBe(200);
});

test('more at once than there are connections are all answered', async () => {
  const taskIds: string[] = [];
  for (let number = 0; number < 60; number += 1) taskIds.push(await scene.task('closing.set'));
  const answers = await Promise.all(taskIds.map((taskId) => claim(taskId, randomUUID())));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});

test('a key used for one command does not open another', async () => {
  const key = randomUUID();
  expect((await claim(await scene.task('closing.set'), key)).status).toBe(200);
  expect(await claim(await scene.task('closing.set'), key)).toMatchObject({
    status: 409,
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test('a refused command leaves its key free for the corrected one', async () => {
  const [taskId, key] = [await scene.task('closing.set'), randomUUID()];
  const ppk = await scene.person('ppk');
  const path = `/tasks/${taskId}/decide`;
  expect((await ppk.post(path, { outcome: 'approved', artefactHash: 'old' }, { key })).status).toBe(409);
  expect((await ppk.post(path, { outcome: 'approved', artefactHash: 'hash' }, { key })).status).toBe(200);
});

test.each([
  ['/tasks', 'ppk'],
  ['/audit/entries', 'auditor'],
  ['/periods/PERIOD/breaks', 'ppk'],
  ['/periods/PERIOD/entitlements', 'ppk'],
  ['/periods/PERIOD/cases', 'ppk'],
  ['/rosters/PERIOD/families', 'ppk'],
])('%s takes no cursor that it did not give', async (path, username) => {
  const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const person = await scene.person(username);
  const cursors = [
    'garbage',
    '',
    forged(null),
    forged({}),
    forged({ id: "1' or 1=1", key: 'x' }),
    forged({ id: '9'.repeat(40), key: '2023-03-01' }),
  ];
  for (const cursor of cursors) {
    const notified = await person.get(`${path.replace('PERIOD', scene.period.periodId)}?cursor=${cursor}`);
    expect([cursor, notified.status, notified.code]).toEqual([cursor, 400, 'CURSOR_INVALID']);
  }
});

test('an inbox read page by page holds every task once', async () => {
  for (let number = 0; number < 7; number += 1) await scene.task('payment.release');
  const bendahara = await scene.person('bendahara');
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await bendahara.get(`/tasks?kind=payment.release&limit=3${cursor}`);
    const page = body as { rows: { id: string }[]; next: string | null };
    seen.push(...page.rows.map(({ id }) => id));
    if (page.next === null) break;
    cursor = `&cursor=${page.next}`;
  }
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
});
