import { aScene, type Scene } from '../../api/support/scene.js';
import { Visit } from './a-visit.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

async function signedIn(username: string, client?: string): Promise<Visit> {
  const visit = new Visit(scene.api.url, client);
  expect(await visit.signIn(username)).toBe(200);
  return visit;
}

test('an officer sees where they are signed in, and ends what they do not know', async () => {
  const desk = await signedIn('ppk', 'Firefox/140.0');
  const stranger = await signedIn('ppk', 'Chrome/139.0');
  const seen = await desk.sessions();
  expect(seen.map(({ client, address, isCurrent }) => [client, address, isCurrent]).sort()).toEqual([
    ['Chrome/139.0', '127.0.0.1', false],
    ['Firefox/140.0', '127.0.0.1', true],
  ]);
  const other = seen.find(({ isCurrent }) => !isCurrent)?.id ?? '';
  expect(await desk.status(`/auth/sessions/${other}/end`, { method: 'POST' })).toBe(204);
  expect(await stranger.status('/auth/me')).toBe(401);
  expect(await desk.status('/auth/me')).toBe(200);
  expect(await desk.codes(`/auth/sessions/${other}/end`, { method: 'POST' })).toEqual(['SESSION_UNKNOWN']);
});

test('nobody ends another’s', async () => {
  const kpa = await signedIn('kpa');
  const treasurer = await signedIn('bendahara');
  const [session] = await treasurer.sessions();
  expect(await kpa.status(`/auth/sessions/${session?.id ?? ''}/end`, { method: 'POST' })).toBe(404);
  expect(await treasurer.status('/auth/me')).toBe(200);
});

test('all others end at once', async () => {
  const desk = await signedIn('walikota');
  const others = [await signedIn('walikota'), await signedIn('walikota')];
  expect(await desk.status('/auth/sessions/end-others', { method: 'POST' })).toBe(204);
  for (const other of others) expect(await other.status('/auth/me')).toBe(401);
  expect(await desk.sessions()).toHaveLength(1);
});

test('a session ends after half a day however busy it is', async () => {
  const visit = await signedIn('dinsos.kepala');
  await scene.sql(
    `update session set ends_at = ends_at - interval '12 hours', started_at = started_at - interval '12 hours'
      where officer_id = (select id from officer where username = 'dinsos.kepala')`,
  );
  expect(await visit.status('/auth/me')).toBe(401);
});

test('use prolongs a session up to its end and not beyond', async () => {
  const visit = await signedIn('dinsos.operator');
  const own = `officer_id = (select id from officer where username = 'dinsos.operator')`;
  await scene.sql(
    `update session set expires_at = now() + interval '1 minute', ends_at = now() + interval '5 minutes' where ${own}`,
  );
  expect(await visit.status('/auth/me')).toBe(200);
  const row = await scene.sql(`select expires_at = ends_at as "isLast" from session where ${own}`);
  expect(row).toEqual({ isLast: true });
});

/** Ends when the server ends the stream. */
async function untilClosed(answer: Response): Promise<void> {
  const reader = answer.body?.getReader();
  if (reader === undefined) throw new Error('a stream has a body');
  while (!(await reader.read()).done);
}

test.each(['notifications/events', 'periods/:period/events'])(
  'the stream %s ends with its session',
  async (path) => {
    const visit = await signedIn('auditor');
    const stream = await visit.ask(`/${path.replace(':period', scene.period.periodId)}`);
    expect(stream.status).toBe(200);
    const closed = untilClosed(stream);
    expect(await visit.status('/auth/sign-out', { method: 'POST' })).toBe(204);
    await closed;
    expect(await visit.status('/auth/me')).toBe(401);
  },
  60_000,
);

test('one session opens only so many streams', async () => {
  const visit = await signedIn('provinsi');
  const streams = await Promise.all(Array.from({ length: 45 }, () => visit.ask('/notifications/events')));
  expect(streams.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(5);
  for (const stream of streams) await stream.body?.cancel();
});
