import { aScene, type Scene } from '../../api/support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ AMANAH_TRUSTED_PROXIES: 'loopback', AMANAH_METRICS_TOKEN: 'a token of the operators' });
}, 60_000);
afterAll(() => scene.api.stop());

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${scene.api.url}${path}`, { headers });

test('no answer of the API is kept by a browser or a proxy, a refusal neither', async () => {
  const authorization = `Bearer ${await scene.api.token('ppk')}`;
  for (const path of ['/auth/me', '/tasks', '/periods', '/tasks/none', '/nowhere', '/auth/demo-accounts']) {
    const { headers } = await ask(`/api/v1${path}`, { authorization });
    expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
  }
  expect((await ask('/api/v1/auth/me')).headers.get('cache-control')).toBe('no-store');
});

test('nothing but what this server serves is run, styled, framed or guessed at', async () => {
  const { headers } = await ask('/api/v1/auth/me');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).not.toContain('unsafe');
  for (const part of [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ])
    expect(policy).toContain(part);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('https once is https from then on; plain http promises nothing', async () => {
  expect((await ask('/', { 'x-forwarded-proto': 'https' })).headers.get('strict-transport-security')).toMatch(
    /max-age=\d{8}/,
  );
  expect((await ask('/')).headers.get('strict-transport-security')).toBeNull();
});

test('the description of the API is nobody’s unless it was asked for, and metrics are for who has their token', async () => {
  for (const path of ['/openapi.json', '/api/docs', '/api/docs-json']) {
    expect((await (await ask(path)).text()).includes('"paths"')).toBe(false);
  }
  expect((await ask('/api/docs')).status).toBe(404);
  expect((await ask('/metrics')).status).toBe(401);
  expect((await ask('/metrics', { authorization: 'Bearer a token of somebody else' })).status).toBe(401);
  const answer = await ask('/metrics', { authorization: 'Bearer a token of the operators' });
  expect([answer.status, (await answer.text()).includes('amanah_')]).toEqual([200, true]);
});
