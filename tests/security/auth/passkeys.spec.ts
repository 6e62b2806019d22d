import { codeOf, letProofsAge, withAuthenticator } from '../../api/support/authenticator.js';
import { aScene, type Scene } from '../../api/support/scene.js';
import { SoftPasskey } from '../../api/support/soft-passkey.js';
import type { Person } from '../../support/factories/api-client.js';

const PASSWORD = 'amanah-demo';
const ORIGIN = 'https://amanah.example';
const RP_ID = 'amanah.example';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ AMANAH_PUBLIC_URL: ORIGIN });
}, 60_000);
afterAll(() => scene.api.stop());

const device = (): SoftPasskey => new SoftPasskey(ORIGIN, RP_ID);
const challengeOf = ({ body }: { readonly body: unknown }): string =>
  (body as { options: { challenge: string } }).options.challenge;

async function begun(person: Person): Promise<string> {
  return challengeOf(await person.post('/auth/passkeys/begin', { password: PASSWORD }));
}

/** Somebody with a passkey and nothing else. */
async function withPasskey(username: string): Promise<{ person: Person; passkey: SoftPasskey }> {
  const person = await scene.person(username);
  const passkey = device();
  const answer = passkey.made(await begun(person));
  expect(await person.post('/auth/passkeys', { name: 'HP kantor', answer })).toMatchObject({ status: 204 });
  return { person, passkey };
}

async function open(path: string, body: object): Promise<{ status: number; code?: string; body: unknown }> {
  const response = await fetch(`${scene.api.url}/api/v1/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answered = (await response.json()) as { code?: string };
  return { status: response.status, body: answered, ...(answered.code === undefined ? {} : { code: answered.code }) };
}
const signInBy = (username: string, more: object = {}) => open('tokens', { username, password: PASSWORD, ...more });
const questionFor = async (username: string): Promise<string> =>
  challengeOf(await open('passkeys/sign-in', { username, password: PASSWORD }));
const provedBy = async (person: Person, passkey: SoftPasskey, odd: object = {}) => {
  const challenge = challengeOf(await person.post('/auth/passkeys/proof/begin'));
  return person.post('/auth/passkeys/proof', { answer: passkey.signed(challenge, odd) });
};

test('the password alone opens nothing any more, and what a passkey signed opens once', async () => {
  const { passkey } = await withPasskey('dinsos.kepala');
  expect(await signInBy('dinsos.kepala')).toMatchObject({ status: 401, code: 'PASSKEY_REQUIRED' });
  const answer = passkey.signed(await questionFor('dinsos.kepala'));
  const both = await Promise.all([
    signInBy('dinsos.kepala', { passkey: answer }),
    signInBy('dinsos.kepala', { passkey: answer }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(await signInBy('dinsos.kepala', { passkey: answer })).toMatchObject({ code: 'PASSKEY_WRONG' });
  const noted = await scene.sql(
    `select count(*)::int as noted from audit_entry where action = 'session.refused' and details ->> 'code' = 'PASSKEY_WRONG'`,
  );
  expect(noted).toEqual({ noted: 2 });
});

test('what it is to sign is given to who knows the password, and to nobody else', async () => {
  await withPasskey('walikota');
  const wrong = await open('passkeys/sign-in', { username: 'walikota', password: 'somebody else' });
  const none = await open('passkeys/sign-in', { username: 'nobody.at.all', password: PASSWORD });
  expect(wrong).toMatchObject({ status: 401, code: 'CREDENTIALS_WRONG' });
  expect([none.status, none.code]).toEqual([wrong.status, wrong.code]);
});

test('another place, another challenge, an unrecognised holder, another officer’s device: none of them proves', async () => {
  const { person, passkey } = await withPasskey('kpa');
  const other = await withPasskey('bendahara');
  await letProofsAge(scene);
  const odd = [
    { origin: 'https://amanah.example.evil' },
    { origin: 'http://amanah.example' },
    { rpId: 'evil.example' },
    { isUnverified: true },
    { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
  ];
  for (const one of odd) {
    expect([one, await provedBy(person, passkey, one)]).toMatchObject([one, { code: 'PASSKEY_WRONG' }]);
    // Refusals in a row hold the account up as wrong codes do; the spec is about each by itself.
    await scene.sql('delete from attempt returning 1');
  }
  expect(await provedBy(person, other.passkey)).toMatchObject({ code: 'PASSKEY_WRONG' });
  expect(await provedBy(person, passkey)).toMatchObject({ status: 204 });
});

test('a passkey is made of what was asked for: another place, an unrecognised holder or no question makes none', async () => {
  const person = await scene.person('program');
  for (const odd of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { isUnverified: true }]) {
    const answer = device().made(await begun(person), odd);
    expect(await person.post('/auth/passkeys', { name: 'x', answer })).toMatchObject({ code: 'PASSKEY_WRONG' });
  }
  const answer = device().made('AAAA');
  expect(await person.post('/auth/passkeys', { name: 'x', answer })).toMatchObject({ code: 'PASSKEY_WRONG' });
  expect(await person.post('/auth/passkeys/begin', { password: 'wrong' })).toMatchObject({ code: 'PASSWORD_WRONG' });
  expect((await person.get('/auth/passkeys')).body).toEqual({ isOffered: true, passkeys: [] });
});

test('nobody puts an authenticator beside a passkey without proving by the passkey', async () => {
  const { person, passkey } = await withPasskey('lurah.kranji');
  await letProofsAge(scene);
  const begin = () => person.post('/auth/second-factor', { password: PASSWORD });
  expect(await begin()).toMatchObject({ status: 403, code: 'PROOF_REQUIRED' });
  expect(await provedBy(person, passkey)).toMatchObject({ status: 204 });
  const { secret } = (await begin()).body as { secret: string };
  await letProofsAge(scene);
  const confirm = () => person.post('/auth/second-factor/confirm', { code: codeOf(secret) });
  expect(await confirm()).toMatchObject({ status: 403, code: 'PROOF_REQUIRED' });
  expect(await provedBy(person, passkey)).toMatchObject({ status: 204 });
  expect(await confirm()).toMatchObject({ status: 200 });
});

test('a question that is too old is none', async () => {
  const { person, passkey } = await withPasskey('tksk.bekasi-barat');
  const challenge = challengeOf(await person.post('/auth/passkeys/proof/begin'));
  await scene.sql(`update passkey_challenge set expires_at = now() - interval '1 second' returning 1`);
  const answer = passkey.signed(challenge);
  expect(await person.post('/auth/passkeys/proof', { answer })).toMatchObject({ code: 'PASSKEY_WRONG' });
});

test('a device that counts back may be a copy: it is refused, and the trail says so', async () => {
  const { person, passkey } = await withPasskey('camat.bekasi-barat');
  expect(await provedBy(person, passkey, { counter: 9 })).toMatchObject({ status: 204 });
  expect(await provedBy(person, passkey, { counter: 9 })).toMatchObject({ code: 'PASSKEY_WRONG' });
  expect(await provedBy(person, passkey, { counter: 3 })).toMatchObject({ code: 'PASSKEY_WRONG' });
  const noted = await scene.sql(`select count(*)::int as noted from audit_entry where action = 'passkey.counted-back'`);
  expect(noted).toEqual({ noted: 2 });
  expect(await provedBy(person, passkey, { counter: 10 })).toMatchObject({ status: 204 });
});

test('the last factor of who signs stays; with another it goes, after a fresh proof alone', async () => {
  const { person, passkey } = await withPasskey('ppk');
  const { passkeys } = (await person.get('/auth/passkeys')).body as { passkeys: { id: string }[] };
  const remove = () => person.delete(`/auth/passkeys/${passkeys[0]?.id ?? ''}`, { password: PASSWORD });
  await provedBy(person, passkey);
  expect(await remove()).toMatchObject({ code: 'LAST_FACTOR' });
  await withAuthenticator(scene, 'ppk');
  await letProofsAge(scene);
  expect(await remove()).toMatchObject({ code: 'PROOF_REQUIRED' });
  await provedBy(person, passkey);
  expect(await remove()).toMatchObject({ status: 204 });
});
