import { DEMO_PASSWORD } from '../../../apps/cli/src/sandbox.js';
import { RegisterScene } from '../support/register-scene.js';
import type { Scene } from '../support/scene.js';

let register: RegisterScene;
let scene: Scene;
let officer: RegisterScene['officer'];
let post: RegisterScene['post'];
let get: RegisterScene['get'];
let aTksk: RegisterScene['aTksk'];
beforeAll(async () => {
  register = await RegisterScene.open();
  ({ scene, officer, post, get, aTksk } = register);
}, 60_000);
afterAll(() => register.scene.api.stop());

test('who is entered has no password until the code was used, and the code works once', async () => {
  const { id, username } = await aTksk();
  expect((await get('dinsos.kepala', `/officers/${id}`)).body).toMatchObject({ state: 'waiting', mayKeep: true });
  const first = (await post('dinsos.kepala', `/officers/${id}/activation-code`, {})).body as { code: string };
  const { code } = (await post('dinsos.kepala', `/officers/${id}/activation-code`, {})).body as { code: string };
  const activate = (body: Record<string, string>) =>
    fetch(`${scene.api.url}/api/v1/auth/activate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, code, password: 'kata sandi yang panjang', ...body }),
    }).then(({ status }) => status);

  expect(await activate({ code: first.code })).toBe(422);
  expect(await activate({ password: 'pendek' })).toBe(400);
  expect(await activate({ code: code.toLowerCase().replaceAll('-', ' ') })).toBe(204);
  expect(await activate({})).toBe(422);
  expect(await post('dinsos.kepala', `/officers/${id}/activation-code`, {})).toMatchObject({ code: 'ACCOUNT_ACTIVE' });
  expect((await get('dinsos.kepala', `/officers/${id}`)).body).toMatchObject({ state: 'active' });
  const kept = JSON.stringify(await scene.sql(`select jsonb_agg(r.response) as all from command_receipt r`));
  expect(kept).not.toContain(code);
});

test('guessing a code is stopped like guessing a password, and an old code is refused', async () => {
  const { id, username } = await aTksk();
  const { code } = (await post('dinsos.kepala', `/officers/${id}/activation-code`, {})).body as { code: string };
  const activate = async (guess: string) => {
    const response = await fetch(`${scene.api.url}/api/v1/auth/activate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, code: guess, password: 'kata sandi yang panjang' }),
    });
    return response.status;
  };
  await scene.sql(`update officer_activation set expires_at = now() - interval '1 second' where officer_id = $1`, [id]);
  expect(await activate(code)).toBe(422);
  for (let guess = 1; guess < 5; guess += 1) expect(await activate('AAAA')).toBe(422);
  expect(await activate(code)).toBe(429);
});

test('a closed account is signed out with its next request; opened again, it is signed in anew', async () => {
  const person = await scene.person('tksk.pondokgede');
  const id = await officer('tksk.pondokgede');
  expect((await post('dinsos.kepala', `/officers/${id}/disable`, { reason: 'Akun disalahgunakan' })).status).toBe(204);
  expect(await person.get('/tasks')).toMatchObject({ status: 401 });
  expect((await post('dinsos.kepala', `/officers/${id}/enable`, { reason: 'Sudah diperiksa' })).status).toBe(204);
  expect(await person.get('/tasks')).toMatchObject({ status: 401 });
  const answer = await fetch(`${scene.api.url}/api/v1/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'tksk.pondokgede', password: DEMO_PASSWORD }),
  });
  expect(answer.status).toBe(200);
});
