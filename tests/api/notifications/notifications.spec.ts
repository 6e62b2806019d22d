import { NotificationRepository, rowOf, rowsOf } from '#persistence';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

interface Row {
  readonly id: string;
  readonly sentence: string;
  readonly readAt: string | null;
  readonly task: { readonly id: string } | null;
}

const idOf = async (username: string): Promise<string> =>
  (await rowOf<{ id: string }>(scene.api.database.manager, 'select id from officer where username = $1', [username]))
    ?.id ?? '';

async function tell(username: string, times: number, name: string): Promise<void> {
  const notifications = new NotificationRepository(scene.api.database.manager);
  for (let time = 0; time < times; time += 1) {
    await notifications.tell([await idOf(username)], { kind: 'task.reminder', key: `${name}:${time}` });
  }
}

async function list(username: string, query = ''): Promise<{ rows: Row[]; next: string | null }> {
  return (await (await scene.person(username)).get(`/notifications${query}`)).body as {
    rows: Row[];
    next: string | null;
  };
}

const unread = async (username: string): Promise<unknown> =>
  (await (await scene.person(username)).get('/notifications/count')).body;

test('each reads, counts and marks only their own', async () => {
  await tell('camat.bekasi-barat', 3, 'own');
  await tell('lurah.kranji', 1, 'own');
  const [row] = (await list('camat.bekasi-barat')).rows;
  const stranger = await scene.person('lurah.kranji');

  expect((await list('lurah.kranji')).rows).toHaveLength(1);
  expect((await stranger.post('/notifications/read', { ids: [row?.id] })).body).toEqual({ unread: 1 });
  expect((await stranger.post('/notifications/read', { upTo: '999999999' })).body).toEqual({ unread: 0 });
  expect(await unread('camat.bekasi-barat')).toEqual({ unread: 3 });
  expect((await list('auditor')).rows).toEqual([]);
});

test('the newest come first, page by page, and what was read leaves the unread ones and their count', async () => {
  await tell('ppk', 5, 'page');
  const person = await scene.person('ppk');
  const first = await list('ppk', '?limit=2');
  const second = await list('ppk', `?limit=2&cursor=${first.next ?? ''}`);
  const ids = [...first.rows, ...second.rows].map(({ id }) => Number(id));
  expect(ids).toEqual([...ids].sort((one, other) => other - one));

  const read = { ids: first.rows.map(({ id }) => id) };
  const key = 'mark-once';
  expect((await person.post('/notifications/read', read, { key })).body).toEqual({ unread: 3 });
  expect((await person.post('/notifications/read', read, { key })).body).toEqual({ unread: 3 });
  expect((await list('ppk', '?unread=true')).rows).toHaveLength(3);
  expect((await person.post('/notifications/read', { upTo: String(Math.max(...ids)) })).body).toEqual({ unread: 0 });
  expect((await list('ppk')).rows.every(({ readAt }) => readAt !== null)).toBe(true);
});

test('a forged cursor, an id that is none and a command without its key are refused', async () => {
  const person = await scene.person('kpa');
  expect(await person.get('/notifications?cursor=x')).toMatchObject({ status: 400, code: 'CURSOR_INVALID' });
  expect(await person.post('/notifications/read', { ids: ['1 or 1=1'] })).toMatchObject({ status: 400 });
  expect(await person.post('/notifications/read', {})).toMatchObject({ status: 400 });
  expect(await person.post('/notifications/read', { upTo: '1' }, { key: null })).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REQUIRED',
  });
});

/** What a stream says from now on, until it is closed. */
async function streamOf(username: string): Promise<{ said: string[]; close: () => void }> {
  const abort = new AbortController();
  const headers = { authorization: `Bearer ${await scene.api.token(username)}` };
  const response = await fetch(`${scene.api.url}/api/v1/notifications/events`, { headers, signal: abort.signal });
  const said: string[] = [];
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) said.push(decoder.decode(chunk));
  };
  read().catch(() => undefined);
  return {
    said,
    close: () => {
      abort.abort();
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('a delegation is heard by the delegate, live, and by nobody else', async () => {
  const colleague = 'operator.kranji';
  const [hears, others] = [await streamOf('tksk.bekasi-barat'), await streamOf(colleague)];
  const moved = (said: string[]) => said.some((text) => text.includes('event: moved'));
  const task = await scene.task('endorsement.lurah', { subjectType: 'roster', territoryCode: KRANJI });
  const [row] = await rowsOf<{ id: string }>(
    scene.api.database.manager,
    `insert into notification (officer_id, kind, key, task_id, details, occurred_at)
     values ($1, 'task.assigned', 'live', $2, '{"event":"delegate"}', programme_now()) returning id`,
    [await idOf('tksk.bekasi-barat'), task],
  );

  await until(() => moved(hears.said));
  expect(moved(hears.said)).toBe(true);
  expect(hears.said.join('')).not.toContain(task);
  expect(moved(others.said)).toBe(false);
  for (const { close } of [hears, others]) close();
  const [notified] = (await list('tksk.bekasi-barat')).rows;
  expect(notified).toMatchObject({ id: row?.id, sentence: 'task.assigned.delegate', task: { id: task } });
});

test('where no mail server is set up, mail can be refused in a sentence and everything else be kept', async () => {
  const person = await scene.person('bendahara');
  const command = { email: 'bendahara@example.go.id', mode: 'immediate', kindsOff: [] };
  expect(await person.put('/notifications/settings', command)).toMatchObject({ status: 409, code: 'MAIL_NOT_SET_UP' });
  expect(
    await person.put('/notifications/settings', { email: null, mode: 'off', kindsOff: ['task.reminder'] }),
  ).toMatchObject({
    status: 200,
    body: { isAvailable: false, mode: 'off', kindsOff: ['task.reminder'] },
  });
});
