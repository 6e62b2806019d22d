import { activationHash } from '#auth';
import { withAuthenticator } from '../../api/support/authenticator.js';
import { RegisterScene } from '../../api/support/register-scene.js';
import { Visit } from '../auth/a-visit.js';

const NEW = 'beras merah di lumbung tua';
const REASON = 'Dikenali lewat telepon kantor';

let register: RegisterScene;
beforeAll(async () => {
  register = await RegisterScene.open();
}, 60_000);
afterAll(() => register.scene.api.stop());

const ask = async (by: string, username: string, lost = 'both') =>
  register.post(by, `/officers/${await register.officer(username)}/resets`, { lost, reason: REASON });

async function requested(by: string, username: string, lost = 'both'): Promise<string> {
  const answer = await ask(by, username, lost);
  expect(answer).toMatchObject({ status: 201 });
  return (answer.body as { id: string }).id;
}

const act = (by: string, resetId: string, what: string, body: object = {}) =>
  register.post(by, `/resets/${resetId}/${what}`, body);

const stateOf = async (by: string, username: string) => {
  const { body } = await register.get(by, `/officers/${await register.officer(username)}`);
  return (body as { reset: { state: string } | null }).reset?.state;
};

/** The letter holds a code as an image of letters; the one it was issued with is exchanged for one that the spec knows. */
async function codeOfLetter(username: string): Promise<string> {
  const code = 'ABCDE-FGHJK-MNPQR-STVWX';
  await register.scene.sql(`update officer_activation set code_hash = $2 where officer_id = $1 returning 1`, [
    await register.officer(username),
    activationHash(code),
  ]);
  return code;
}

const visit = () => new Visit(register.scene.api.url);
const activate = (username: string, code: string) =>
  visit().status('/auth/activate', { method: 'POST', body: { username, code, password: NEW } });

const events = async (username: string): Promise<string[]> => {
  const rows = await register.scene.api.database.query<{ event: string }[]>(
    `select n.details ->> 'event' as event from notification n join officer o on o.id = n.officer_id
      where o.username = $1 and n.kind like 'account-reset.%' order by n.id`,
    [username],
  );
  return rows.map(({ event }) => event);
};

test('one person alone gets into nobody’s account', async () => {
  const resetId = await requested('program', 'ppk');
  for (const what of ['confirm', 'letter']) {
    expect(await act('program', resetId, what)).toMatchObject({ status: 403, code: 'RESET_OWN_REQUEST' });
    expect(await act('ppk', resetId, what)).toMatchObject({ status: 403, code: 'RESET_OWN_ACCOUNT' });
    expect(await act('auditor', resetId, what)).toMatchObject({ status: 403, code: 'POWER_MISSING' });
    expect(await act('walikota', resetId, what)).toMatchObject({ status: 404, code: 'OFFICER_UNKNOWN' });
  }
  expect(await act('kpa', resetId, 'letter')).toMatchObject({ status: 409, code: 'RESET_NOT_CONFIRMED' });
  expect(await act('kpa', resetId, 'withdraw')).toMatchObject({ code: 'RESET_NOT_OWN' });
  expect(await ask('program', 'ppk')).toMatchObject({ status: 409, code: 'RESET_OPEN' });
  expect(await visit().signIn('ppk')).toBe(200);
  expect((await act('program', resetId, 'withdraw')).status).toBe(204);
  expect(await act('kpa', resetId, 'confirm')).toMatchObject({ status: 409, code: 'RESET_DECIDED' });
});

test('nobody asks for themselves, for whom they don’t register, nor for an account without a password or closed', async () => {
  expect(await ask('program', 'program')).toMatchObject({ code: 'RESET_OWN_ACCOUNT' });
  expect(await ask('dinsos.kepala', 'walikota')).toMatchObject({ status: 403, code: 'REGISTER_NOT_YOURS' });
  expect(await ask('dinsos.kepala', 'ppk')).toMatchObject({ status: 404, code: 'OFFICER_UNKNOWN' });
  expect(await ask('walikota', 'lurah.kranji')).toMatchObject({ code: 'POWER_MISSING' });
  const { id, username } = await register.aTksk();
  expect(await ask('dinsos.kepala', username)).toMatchObject({ status: 409, code: 'RESET_NEEDLESS' });
  await register.post('dinsos.kepala', `/officers/${id}/disable`, { reason: 'Tidak dipakai' });
  expect(await ask('dinsos.kepala', username)).toMatchObject({ status: 409, code: 'RESET_NEEDLESS' });
});

test('two persons bring an officer back who lost everything, and nothing of before opens the account', async () => {
  const { person } = await withAuthenticator(register.scene, 'bendahara');
  const resetId = await requested('program', 'bendahara');
  expect(await events('bendahara')).toEqual(['officer']);
  expect(await events('kpa')).toContain('confirm');
  expect((await person.get('/auth/me')).status).toBe(200);

  expect((await act('kpa', resetId, 'confirm')).status).toBe(204);
  expect((await person.get('/auth/me')).status).toBe(401);
  expect(await visit().signIn('bendahara')).toBe(401);
  const id = await register.officer('bendahara');
  for (const [by, path, code] of [
    ['program', `/officers/${id}/activation-code`, 'CODE_BY_LETTER'],
    ['kpa', `/officers/${id}/activation-letter`, 'RESET_BY_LETTER'],
    ['program', `/resets/${resetId}/letter`, 'RESET_OWN_REQUEST'],
  ] as const) {
    expect(await register.post(by, path, {})).toMatchObject({ code });
  }
  const letter = await act('kpa', resetId, 'letter');
  expect([letter.status, String(letter.body).startsWith('%PDF-')]).toEqual([200, true]);
  const code = await codeOfLetter('bendahara');
  expect(await activate('bendahara', code)).toBe(204);
  expect(await activate('bendahara', code)).toBe(422);
  expect(await visit().signIn('bendahara', NEW)).toBe(200);
  expect(await stateOf('program', 'bendahara')).toBe('used');
  expect(await events('kpa')).toContain('used');
  expect(await act('kpa', resetId, 'letter')).toMatchObject({ code: 'RESET_NOT_CONFIRMED' });
});

test('a second factor that is not lost stays, and a code that ran out opens nothing until a new letter', async () => {
  await withAuthenticator(register.scene, 'camat.bekasi-barat');
  const resetId = await requested('dinsos.kepala', 'camat.bekasi-barat', 'password');
  expect((await act('walikota', resetId, 'confirm')).status).toBe(204);
  expect((await act('walikota', resetId, 'letter')).status).toBe(200);
  const old = await codeOfLetter('camat.bekasi-barat');
  const past = `update officer_activation set expires_at = now() - interval '1 second' where officer_id = $1 returning 1`;
  await register.scene.sql(past, [await register.officer('camat.bekasi-barat')]);
  expect(await activate('camat.bekasi-barat', old)).toBe(422);
  expect((await act('walikota', resetId, 'letter')).status).toBe(200);
  expect(await activate('camat.bekasi-barat', await codeOfLetter('camat.bekasi-barat'))).toBe(204);
  const body = { username: 'camat.bekasi-barat', password: NEW };
  expect(await visit().codes('/auth/sign-in', { method: 'POST', body })).toEqual(['CODE_REQUIRED']);
});

test('also where nobody signs the code is shown to nobody: the office above confirms and fetches the letter', async () => {
  const resetId = await requested('dinsos.kepala', 'tksk.bekasi-timur', 'password');
  expect((await act('camat.bekasi-timur', resetId, 'confirm')).status).toBe(204);
  const id = await register.officer('tksk.bekasi-timur');
  expect(await register.post('dinsos.kepala', `/officers/${id}/activation-code`, {})).toMatchObject({
    ...{ status: 409, code: 'RESET_BY_LETTER' },
  });
  expect((await act('camat.bekasi-timur', resetId, 'letter')).status).toBe(200);
});

test('the officer’s own no ends it, a refusal does, and either leaves the account as it was', async () => {
  const officer = visit();
  expect(await officer.signIn('kpa')).toBe(200);
  expect(await officer.status('/auth/reset/object', { method: 'POST' })).toBe(404);
  const first = await requested('program', 'kpa');
  const waiting = await (await officer.ask('/auth/reset')).json();
  expect(waiting).toMatchObject({ waiting: { lost: 'both', proposer: expect.any(String) } });
  expect(await officer.status('/auth/reset/object', { method: 'POST' })).toBe(204);
  expect(await officer.status('/auth/reset/object', { method: 'POST' })).toBe(409);
  expect(await act('ppk', first, 'confirm')).toMatchObject({ code: 'RESET_DECIDED' });
  expect(await events('program')).toContain('objected');

  const second = await requested('program', 'kpa');
  expect((await act('ppk', second, 'refuse', { reason: 'Tidak dikenali' })).status).toBe(204);
  expect(await stateOf('program', 'kpa')).toBe('refused');
  expect(await officer.status('/auth/me')).toBe(200);
});

test('a sign-in by the old password at the moment of the confirmation is in no session afterwards', async () => {
  const resetId = await requested('program', 'bank', 'password');
  const visits = Array.from({ length: 4 }, visit);
  const signIns = Promise.all(visits.map((one) => one.signIn('bank')));
  expect((await act('kpa', resetId, 'confirm')).status).toBe(204);
  await signIns;
  for (const one of visits) expect(await one.status('/auth/me')).toBe(401);
});

test('where nobody else could confirm it nothing is begun', async () => {
  await register.scene.sql(
    `insert into officer_leave (officer_id, kind, first_day, last_day, created_by, created_at)
     select distinct a.officer_id, 'annual', programme_today(), programme_today() + 1, a.officer_id, now() from appointment a
      where a.role in ('kpa', 'ppk', 'programme_officer') returning 1`,
  );
  expect(await ask('program', 'auditor')).toMatchObject({ status: 409, code: 'RESET_NO_SECOND' });
  await register.scene.sql('delete from officer_leave returning 1');
});

test('the trail says who asked, confirmed and fetched, and not the free words of why', async () => {
  const resetId = await requested('program', 'provinsi');
  await act('kpa', resetId, 'confirm');
  await act('kpa', resetId, 'letter');
  const rows = await register.scene.api.database.query<{ username: string; action: string; details: object }[]>(
    `select o.username, e.action, e.details from audit_entry e join officer o on o.id = e.officer_id
      where e.details ->> 'resetId' = $1 order by e.id`,
    [resetId],
  );
  expect(rows.map(({ username, action }) => [username, action])).toEqual([
    ['program', 'account.reset-proposed'],
    ['kpa', 'account.reset-confirmed'],
    ['kpa', 'account.letter-fetched'],
  ]);
  expect(JSON.stringify(rows)).not.toContain(REASON);
});
