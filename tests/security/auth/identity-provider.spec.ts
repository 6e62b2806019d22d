import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { IdentityRepository, rowsOf } from '#persistence';
import { CLIENT, runningProvider, type RunningProvider } from '../../support/servers/identity-provider.js';
import { aScene, type Scene } from '../../api/support/scene.js';

const PUBLIC_URL = 'http://127.0.0.1:3999';
let scene: Scene;
let provider: RunningProvider;
beforeAll(async () => {
  provider = await runningProvider(`${PUBLIC_URL}/sign-in/provider`);
  scene = await aScene({
    ...{ AMANAH_OIDC_ISSUER: provider.issuer, AMANAH_OIDC_CLIENT_ID: CLIENT.clientId, AMANAH_PUBLIC_URL: PUBLIC_URL },
    ...{ AMANAH_OIDC_CLIENT_SECRET: CLIENT.clientSecret, AMANAH_OIDC_NAME: 'Akun Kemensos' },
  });
}, 60_000);
afterAll(async () => {
  await scene.api.stop();
  await provider.stop();
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly cookies: Readonly<Record<string, string>>;
}

async function send(path: string, body: unknown, cookie = ''): Promise<Answer> {
  const { url } = scene.api;
  const response = await fetch(`${url}/api/v1/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, cookie },
    body: JSON.stringify(body),
  });
  const set = response.headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line) ?? []);
  const cookies = Object.fromEntries(set.map(([, name = '', value = '']) => [name, value]));
  return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookies };
}

/** Goes to the provider as this account; what comes back with it and what the browser keeps. */
async function gone(account: string, to?: string) {
  const begun = await send('provider/begin', to === undefined ? {} : { to });
  const back = await provider.signInAt(begun.body['address'] as string, account);
  return { query: back.search, kept: `amanah_journey=${begun.cookies['amanah_journey'] ?? ''}` };
}
async function signIn(account: string, to?: string): Promise<Answer> {
  const { query, kept } = await gone(account, to);
  return send('provider/finish', { query }, kept);
}
async function me({ cookies }: Answer): Promise<Record<string, unknown>> {
  const cookie = `amanah_session=${cookies['amanah_session'] ?? ''}`;
  return (await (await fetch(`${scene.api.url}/api/v1/auth/me`, { headers: { cookie } })).json()) as never;
}
const trail = (action: string) =>
  rowsOf<{ details: Record<string, unknown> }>(
    scene.api.database.manager,
    'select details from audit_entry where action = $1 order by id desc',
    [action],
  );

test('the sign-in page knows the provider by the name that people know', async () => {
  const response = await fetch(`${scene.api.url}/api/v1/auth/provider`);
  expect(await response.json()).toEqual({ name: 'Akun Kemensos' });
});

test('whom the provider names is signed in as the officer of that name, and goes on to the page', async () => {
  const answer = await signIn('dinsos.operator', '/inbox');
  expect(answer).toMatchObject({ status: 200, body: { to: '/inbox' } });
  expect(await me(answer)).toMatchObject({ username: 'dinsos.operator' });
  expect((await trail('session.started'))[0]?.details).toMatchObject({ by: 'provider', kind: 'web' });
  const links = await trail('identity.linked');
  expect(links[0]?.details).toMatchObject({ issuer: provider.issuer });
  await signIn('dinsos.operator');
  expect(await trail('identity.linked')).toHaveLength(links.length);
});

test('the address asks for a code with proof of possession, a state and a nonce, and tells no secret', async () => {
  const { body } = await send('provider/begin', {});
  const query = new URL(body['address'] as string).searchParams;
  expect(query.get('code_challenge_method')).toBe('S256');
  expect(query.get('response_type')).toBe('code');
  for (const name of ['code_challenge', 'state', 'nonce']) expect(query.get(name)?.length).toBeGreaterThan(20);
  expect(body['address']).not.toContain(CLIENT.clientSecret);
});

test('an answer counts once, in the browser that set out, and for nobody else', async () => {
  const { query, kept } = await gone('dinsos.kepala');
  const other = await gone('walikota');
  for (const [with_, cookie] of [
    [query, ''],
    [query, other.kept],
    [query, 'amanah_journey=AAAA'],
    [`${query}x`, kept],
    ['?error=access_denied', kept],
    ['', kept],
  ] as const) {
    const refused = await send('provider/finish', { query: with_ }, cookie);
    expect([refused.status, refused.cookies['amanah_session']]).toEqual([401, undefined]);
  }
  expect((await send('provider/finish', { query }, kept)).status).toBe(200);
  expect((await send('provider/finish', { query }, kept)).body).toMatchObject({ code: 'PROVIDER_ANSWER' });
});

test('what the browser keeps cannot be made, altered or kept for long', async () => {
  const { query, kept } = await gone('dinsos.kepala');
  const altered = `${kept.slice(0, -3)}AAA`;
  expect((await send('provider/finish', { query }, altered)).body).toMatchObject({ code: 'PROVIDER_EXPIRED' });
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 11 * 60_000);
  try {
    expect((await send('provider/finish', { query }, kept)).body).toMatchObject({ code: 'PROVIDER_EXPIRED' });
  } finally {
    clock.mockRestore();
  }
});

test('an account that the register does not know opens nothing, and its name is in no trail', async () => {
  const stranger = `siapa-${randomUUID()}`;
  expect(await signIn(stranger)).toMatchObject({ status: 401, body: { code: 'PROVIDER_NO_OFFICER' } });
  const [refused] = await trail('session.refused');
  expect(refused?.details).toMatchObject({ code: 'PROVIDER_NO_OFFICER' });
  expect(JSON.stringify(refused)).not.toContain(stranger);
});

test('a name that the provider has given on to another person does not open the first one’s account', async () => {
  expect((await signIn('camat.bekasi-barat')).status).toBe(200);
  expect(await signIn('camat.bekasi-barat#2')).toMatchObject({ status: 401, body: { code: 'PROVIDER_OTHER' } });
});

test('a reset of the account lets the name be linked anew', async () => {
  const officer = await me(await signIn('lurah.kranji'));
  await new IdentityRepository(scene.api.database.manager).endAll(officer['officerId'] as string);
  expect((await signIn('lurah.kranji#2')).status).toBe(200);
});

test('who has no password here is told how to get one before a second factor is set up', async () => {
  await scene.sql(`update officer set password_hash = '' where username = 'operator.kranji'`);
  const { cookies } = await signIn('operator.kranji');
  const cookie = `amanah_session=${cookies['amanah_session'] ?? ''}`;
  const begun = await send('second-factor', { password: 'anything at all' }, cookie);
  expect(begun).toMatchObject({ status: 409, body: { code: 'PASSWORD_NONE' } });
});

test('an officer whose account is closed is not let in by the provider', async () => {
  expect((await signIn('tksk.bekasi-barat')).status).toBe(200);
  await scene.sql(`update officer set disabled_at = now() where username = 'tksk.bekasi-barat'`);
  expect(await signIn('tksk.bekasi-barat')).toMatchObject({ status: 401, body: { code: 'PROVIDER_NO_OFFICER' } });
});

test('a page of another site begins and finishes nothing', async () => {
  const { query, kept } = await gone('dinsos.kepala');
  const foreign = await fetch(`${scene.api.url}/api/v1/auth/provider/finish`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example', cookie: kept },
    body: JSON.stringify({ query }),
  });
  expect(foreign.headers.getSetCookie().join()).not.toContain('amanah_session');
  expect(foreign.status).toBe(403);
});
