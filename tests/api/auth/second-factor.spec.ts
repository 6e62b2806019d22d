import { codeOf, letProofsAge, withAuthenticator } from '../support/authenticator.js';
import { aScene, type Scene } from '../support/scene.js';
import { Person } from '../../support/factories/api-client.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const PASSWORD = 'amanah-demo';
async function signIn(username: string, code?: string): Promise<{ status: number; code?: string; token?: string }> {
  const response = await fetch(`${scene.api.url}/api/v1/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD, ...(code === undefined ? {} : { code }) }),
  });
  return { status: response.status, ...((await response.json()) as { code?: string; token?: string }) };
}

const codeIn = ({ body }: { readonly body: unknown }): unknown => (body as { code?: unknown }).code;

const withApp = (username: string) => withAuthenticator(scene, username);
const letProofAge = () => letProofsAge(scene);

test('set up it asks for a code at the next sign-in, and each code lets in once', async () => {
  const { secret, uri } = await withApp('dinsos.kepala');
  expect(uri).toMatch(/^otpauth:\/\/totp\/Amanah:dinsos\.kepala\?/);
  expect(await signIn('dinsos.kepala')).toMatchObject({ status: 401, code: 'CODE_REQUIRED' });
  expect(await signIn('dinsos.kepala', '000000')).toMatchObject({ status: 422, code: 'CODE_WRONG' });
  const code = codeOf(secret);
  const both = await Promise.all([signIn('dinsos.kepala', code), signIn('dinsos.kepala', code)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test('a recovery code lets in once, however it is written', async () => {
  const { codes } = await withApp('lurah.kranji');
  expect(codes).toHaveLength(10);
  const [one = ''] = codes;
  expect((await signIn('lurah.kranji', one.toUpperCase().replace('-', ' '))).status).toBe(200);
  expect(await signIn('lurah.kranji', one)).toMatchObject({ code: 'CODE_WRONG' });
});

test('an unconfirmed one asks for nothing, a wrong first code does not confirm it, and a wrong password gives no secret', async () => {
  const person = await scene.person('program');
  expect(codeIn(await person.post('/auth/second-factor', { password: 'somebody else' }))).toBe('PASSWORD_WRONG');
  await person.post('/auth/second-factor', { password: PASSWORD });
  expect(codeIn(await person.post('/auth/second-factor/confirm', { code: '000000' }))).toBe('CODE_WRONG');
  expect((await signIn('program')).status).toBe(200);
  expect((await person.get('/auth/second-factor')).body).toEqual({ isSetUp: false, recoveryLeft: 0 });
});

test('money is decided within minutes of a proof, and neither before nor after', async () => {
  const { person, secret } = await withApp('ppk');
  await letProofAge();
  const taskId = await scene.task('closing.set');
  const decide = () => person.post(`/tasks/${taskId}/decide`, { outcome: 'approved', artefactHash: 'hash' });
  const refused = await decide();
  expect(refused.status).toBe(403);
  expect(codeIn(refused)).toBe('PROOF_REQUIRED');
  expect((await person.post('/auth/proof', { code: '000000' })).status).toBe(422);
  expect(codeIn(await decide())).toBe('PROOF_REQUIRED');

  expect((await person.post('/auth/proof', { code: codeOf(secret) })).status).toBe(204);
  expect(codeIn(await decide())).not.toBe('PROOF_REQUIRED');
});

test('another session of the same officer has proved nothing', async () => {
  const { secret, codes } = await withApp('kpa');
  const [recovery = ''] = codes;
  const { token = '' } = await signIn('kpa', recovery);
  await letProofAge();
  const { token: fresh = '' } = await signIn('kpa', codeOf(secret));
  const taskId = await scene.task('closing.ratify');
  const decide = (held: string) =>
    new Person(scene.api.url, held).post(`/tasks/${taskId}/decide`, { outcome: 'approved', artefactHash: 'other' });
  expect(codeIn(await decide(token))).toBe('PROOF_REQUIRED');
  expect(codeIn(await decide(fresh))).toBe('ARTEFACT_CHANGED');
});

test('field work asks for no proof', async () => {
  const { person } = await withApp('operator.kranji');
  await letProofAge();
  const taskId = await scene.task('verification.complete');
  const { body } = await person.post(`/tasks/${taskId}/decide`, { outcome: 'submitted', artefactHash: 'other' });
  expect((body as { code?: string }).code).toBe('ARTEFACT_CHANGED');
});

test('guesses are counted before they are looked at', async () => {
  const { person } = await withApp('dinsos.operator');
  const guesses = await Promise.all(
    Array.from({ length: 12 }, (_each, index) => person.post('/auth/proof', { code: `${100_000 + index}` })),
  );
  expect(guesses.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(5);
  expect(guesses.filter((guess) => codeIn(guess) === 'ACCOUNT_LOCKED').length).toBeGreaterThanOrEqual(7);
});

test('it is taken away with password and code alone, and a second cannot be set up over it', async () => {
  const { person, codes } = await withApp('auditor');
  expect(codeIn(await person.post('/auth/second-factor', { password: PASSWORD }))).toBe('SECOND_FACTOR_SET_UP');
  const remove = (password: string, code: string) =>
    fetch(`${scene.api.url}/api/v1/auth/second-factor`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ password, code }),
    }).then(({ status }) => status);
  const { token = '' } = await signIn('auditor', codes[0]);
  expect(await remove('somebody else', codes[1] ?? '')).toBe(422);
  expect(await remove(PASSWORD, 'wrong')).toBe(422);
  expect(await remove(PASSWORD, codes[1] ?? '')).toBe(204);
  expect((await signIn('auditor')).status).toBe(200);
});

test('the secret is sealed, and neither it nor a code is in the trail', async () => {
  const { secret, codes } = await withApp('bendahara');
  const row = (await scene.sql(
    `select (select string_agg(encode(secret_sealed, 'escape'), '') from officer_second_factor) as kept,
            (select string_agg(details::text, '') from audit_entry) as trail`,
  )) as { kept: string; trail: string };
  for (const word of [secret, ...codes]) expect(row.kept + row.trail).not.toContain(word);
});
