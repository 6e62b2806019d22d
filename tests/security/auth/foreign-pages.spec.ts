import { DEMO_PASSWORD } from '../../../apps/cli/src/sandbox.js';
import { aScene, type Scene } from '../../api/support/scene.js';

const HOST = 'amanah.example.go.id';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ AMANAH_TRUSTED_PROXIES: 'loopback' });
}, 60_000);
afterAll(() => scene.api.stop());

const OWN = { 'x-forwarded-proto': 'https', 'x-forwarded-host': HOST };

const signIn = (headers: Record<string, string>, password = DEMO_PASSWORD): Promise<Response> =>
  fetch(`${scene.api.url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ username: 'operator.kranji', password }),
  });

const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0] ?? '';

/** Requests that change something, as a page would have a browser send them with the session's cookie. */
async function attempts(cookie: string, headers: Record<string, string>): Promise<[string, number][]> {
  const taskId = await scene.task('verification.complete', { subjectType: 'roster' });
  const paths = [
    `/tasks/${taskId}/attachments`,
    `/tasks/${taskId}/roster-files`,
    '/organisation/imports',
    `/tasks/${taskId}/claim`,
    '/auth/sign-out',
  ];
  const answers: [string, number][] = [];
  for (const path of paths) {
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7']), 'x.pdf');
    const isFile = path.endsWith('s') && !path.endsWith('/claim');
    const body = isFile ? { body: form } : {};
    const { status } = await fetch(`${scene.api.url}/api/v1${path}`, {
      ...{ method: 'POST', headers: { cookie, 'idempotency-key': taskId, ...headers } },
      ...body,
    });
    answers.push([path, status]);
  }
  return answers;
}

test.each([
  ['a sibling domain', { origin: 'https://evil.example.go.id', 'sec-fetch-site': 'same-site' }],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['an older browser', { origin: 'https://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['plain http of the same host', { origin: `http://${HOST}` }],
])('%s changes nothing with the cookie of somebody who is signed in', async (_name, headers) => {
  const cookie = cookieOf(await signIn(OWN)).split(';')[0] ?? '';
  const me = async () => (await fetch(`${scene.api.url}/api/v1/auth/me`, { headers: { cookie, ...OWN } })).status;
  for (const [path, status] of await attempts(cookie, { ...OWN, ...headers }))
    expect([path, status]).toEqual([path, 403]);
  expect(await me()).toBe(200);
  expect((await signIn({ ...OWN, ...headers })).status).toBe(403);
});

test.each([
  ['with both headers', { origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin' }],
  ['with the origin alone', { origin: `https://${HOST}` }],
])('Amanah’s own pages do, %s', async (_name, headers) => {
  const cookie = cookieOf(await signIn({ ...OWN, ...headers })).split(';')[0] ?? '';
  const [attachment, , , claim, signOut] = await attempts(cookie, { ...OWN, ...headers });
  expect([attachment?.[1], claim?.[1], signOut?.[1]]).toEqual([200, 200, 204]);
});

test('over https the session’s cookie is of this host alone, and a plain one planted by a neighbour is none', async () => {
  const cookie = cookieOf(await signIn(OWN));
  expect(cookie).toMatch(/^__Host-amanah_session=/);
  for (const mark of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(mark);
  expect(cookie).not.toContain('Domain');
  const planted = (cookie.split(';')[0] ?? '').replace('__Host-', '');
  const answer = await fetch(`${scene.api.url}/api/v1/auth/me`, { headers: { cookie: planted, ...OWN } });
  expect(answer.status).toBe(401);
});
