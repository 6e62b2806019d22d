import { DEMO_PASSWORD } from '../../../apps/cli/src/sandbox.js';
import { runningApi, type RunningApi } from '../support/running-api.js';

let api: RunningApi;

beforeAll(async () => {
  api = await runningApi();
}, 60_000);

afterAll(() => api.stop());

const signIn = (username: string, password: string): Promise<Response> =>
  fetch(`${api.url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });

const me = (cookie: string): Promise<Response> => fetch(`${api.url}/api/v1/auth/me`, { headers: { cookie } });

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

test('a web session lives in a cookie that scripts and other sites cannot use', async () => {
  const response = await signIn('ppk', DEMO_PASSWORD);
  expect(response.status).toBe(200);
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  expect(await response.text()).not.toContain(cookieOf(response).split('=')[1]);
});

test('signing out ends the session at once', async () => {
  const cookie = cookieOf(await signIn('kpa', DEMO_PASSWORD));
  expect((await me(cookie)).status).toBe(200);
  await fetch(`${api.url}/api/v1/auth/sign-out`, { method: 'POST', headers: { cookie } });
  expect((await me(cookie)).status).toBe(401);
});

test('a session that has run out is no session', async () => {
  const cookie = cookieOf(await signIn('bendahara', DEMO_PASSWORD));
  await api.database.query(`update session set expires_at = now() - interval '1 second'`);
  expect((await me(cookie)).status).toBe(401);
});

test('a disabled officer is out at once', async () => {
  const cookie = cookieOf(await signIn('walikota', DEMO_PASSWORD));
  await api.database.query(`update officer set disabled_at = now() where username = 'walikota'`);
  expect((await me(cookie)).status).toBe(401);
  expect((await signIn('walikota', DEMO_PASSWORD)).status).toBe(401);
});

test('wrong names and wrong passwords are told alike, and five failures lock the account for a while', async () => {
  const unknown = await signIn('nobody', 'x');
  const wrong = await signIn('auditor', 'x');
  expect([unknown.status, wrong.status]).toEqual([401, 401]);
  expect(((await unknown.json()) as { code: string }).code).toBe(((await wrong.json()) as { code: string }).code);
  for (let failure = 2; failure <= 5; failure += 1) await signIn('auditor', 'x');
  const locked = await signIn('auditor', DEMO_PASSWORD);
  expect(locked.status).toBe(429);
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('refusals speak the language that was asked for', async () => {
  const ask = async (language: string): Promise<string> => {
    const response = await fetch(`${api.url}/api/v1/tasks`, { headers: { 'accept-language': language } });
    return ((await response.json()) as { title: string }).title;
  };
  expect(await ask('id')).toBe('Silakan masuk lebih dulu.');
  expect(await ask('en')).toBe('Please sign in first.');
});
