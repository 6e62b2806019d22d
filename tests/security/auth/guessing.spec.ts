import { DEMO_PASSWORD } from '../../../apps/cli/src/sandbox.js';
import { runningApi, type RunningApi } from '../../api/support/running-api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi({ AMANAH_TRUSTED_PROXIES: '127.0.0.1' });
}, 60_000);
afterAll(() => api.stop());

/** A sign-in through the one trusted proxy, which tells where its client is. */
const signIn = (username: string, password: string, address: string): Promise<Response> =>
  fetch(`${api.url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ username, password }),
  });

const statuses = async (answers: Promise<Response>[]): Promise<Record<number, number>> => {
  const counted: Record<number, number> = {};
  for (const { status } of await Promise.all(answers)) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
};

const many = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at));

test('of sixty guesses at once five are looked at, and everybody else is served meanwhile', async () => {
  const guesses = many(60, (at) => signIn('kpa', `wrong ${at} password`, '203.0.113.1'));
  const alive = await fetch(`${api.url}/healthz`, { signal: AbortSignal.timeout(2_000) });
  expect(alive.status).toBe(200);
  expect(await statuses(guesses)).toEqual({ 401: 5, 429: 55 });
});

test('guesses from sixty places at once are few, too', async () => {
  const answers = await statuses(many(60, (at) => signIn('bendahara', `wrong ${at} password`, `198.51.100.${at}`)));
  expect(answers).toEqual({ 401: 20, 429: 40 });
});

test('who guesses locks out neither the officer at their own desk nor their neighbours', async () => {
  expect((await signIn('ppk', DEMO_PASSWORD, '192.0.2.10')).status).toBe(200);
  await statuses(many(30, (at) => signIn('ppk', `wrong ${at} password`, `198.51.100.${at}`)));
  await statuses(many(60, (at) => signIn(`nobody${at}`, 'wrong', '203.0.113.2')));
  expect((await signIn('ppk', DEMO_PASSWORD, '198.51.100.99')).status).toBe(429);
  expect((await signIn('ppk', DEMO_PASSWORD, '192.0.2.10')).status).toBe(200);
  expect((await signIn('walikota', DEMO_PASSWORD, '192.0.2.11')).status).toBe(200);
  expect((await signIn('walikota', DEMO_PASSWORD, '203.0.113.2')).status).toBe(429);
});

test('an office of many that signs in rightly is no attack', async () => {
  for (let at = 0; at < 60; at += 1) {
    expect(
      (await signIn(at % 2 === 0 ? 'dinsos.kepala' : 'camat.bekasi-barat', DEMO_PASSWORD, '192.0.2.21')).status,
    ).toBe(200);
  }
});
