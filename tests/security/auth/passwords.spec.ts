import { DEMO_PASSWORD } from '../../../apps/cli/src/sandbox.js';
import { RegisterScene } from '../../api/support/register-scene.js';
import { Visit } from './a-visit.js';

const NEW = 'beras merah di lumbung tua';

let register: RegisterScene;
beforeAll(async () => {
  register = await RegisterScene.open();
}, 60_000);
afterAll(() => register.scene.api.stop());

const visit = (): Visit => new Visit(register.scene.api.url);
const change = (oldPassword: string, newPassword: string) => ({
  method: 'POST' as const,
  body: { oldPassword, newPassword },
});

test('a new password needs the old one, ends every other session, and is the only one from then on', async () => {
  const [desk, other] = [visit(), visit()];
  await desk.signIn('camat.bekasi-barat');
  await other.signIn('camat.bekasi-barat');
  expect(await desk.codes('/auth/password', change('not the old one', NEW))).toEqual(['PASSWORD_WRONG']);
  expect(await other.status('/auth/me')).toBe(200);
  expect(await desk.status('/auth/password', change(DEMO_PASSWORD, NEW))).toBe(204);
  expect(await desk.status('/auth/me')).toBe(200);
  expect(await other.status('/auth/me')).toBe(401);
  expect(await visit().signIn('camat.bekasi-barat')).toBe(401);
  expect(await visit().signIn('camat.bekasi-barat', NEW)).toBe(200);
});

test('the old password is not guessed at in a session that was left open', async () => {
  const desk = visit();
  await desk.signIn('lurah.kranji');
  const guesses = await Promise.all(
    Array.from({ length: 20 }, (_, at) => desk.status('/auth/password', change(`guess ${at}`, NEW))),
  );
  expect(guesses.filter((status) => status === 422)).toHaveLength(5);
  expect(guesses.filter((status) => status === 429)).toHaveLength(15);
});

test.each(['aaaaaaaaaaaa', 'password1234', 'rahasia12345', 'tksk.bekasi-barat1', 'amanahsembako2023'])(
  '%s, which is guessed soon, is no new password',
  async (password) => {
    const desk = visit();
    await desk.signIn('tksk.bekasi-barat');
    expect(await desk.codes('/auth/password', change(DEMO_PASSWORD, password))).toEqual(['PASSWORD_WEAK']);
  },
);

test('nor does it open an account, and the code is not lost by it', async () => {
  const { id, username } = await register.aTksk();
  const issued = await register.post('dinsos.kepala', `/officers/${id}/activation-code`, {});
  const { code } = issued.body as { code: string };
  const activate = (password: string) => ({ method: 'POST' as const, body: { username, code, password } });
  for (const weak of ['password1234', `${username}12345`]) {
    expect(await visit().codes('/auth/activate', activate(weak))).toEqual(['PASSWORD_WEAK']);
  }
  expect(await visit().status('/auth/activate', activate(NEW))).toBe(204);
  expect(await visit().status('/auth/activate', activate(NEW))).toBe(422);
});
