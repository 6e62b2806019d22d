import { mailCode } from '#auth';
import { rowOf } from '#persistence';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  Object.assign(process.env, {
    AMANAH_SMTP_URL: 'smtp://127.0.0.1:1',
    AMANAH_MAIL_FROM: 'no-reply@example.go.id',
    AMANAH_PUBLIC_URL: 'https://amanah.example.go.id',
  });
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const WISH = { email: 'kpa@example.go.id', mode: 'digest', kindsOff: ['task.reminder'] };
const SETTINGS = '/notifications/settings';

/** The code that the last mail to this person would hold. */
async function codeOf(username: string): Promise<string> {
  const row = await rowOf<{ id: string }>(
    scene.api.database.manager,
    `select s.code_mail_id as id from notification_setting s join officer o on o.id = s.officer_id where o.username = $1`,
    [username],
  );
  return mailCode(Buffer.alloc(32, 7), row?.id ?? '');
}

const another = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('an address counts only after its code, and another one has to be confirmed anew', async () => {
  const person = await scene.person('kpa');
  expect((await person.put(SETTINGS, WISH)).body).toMatchObject({ ...WISH, isConfirmed: false, isCodeSent: true });
  const code = await codeOf('kpa');
  const wrong = await person.post(`${SETTINGS}/confirm`, { code: another(code) });
  expect(wrong).toMatchObject({ status: 422, code: 'CODE_WRONG' });
  expect((await person.post(`${SETTINGS}/confirm`, { code })).body).toMatchObject({ isConfirmed: true });
  expect((await person.post(`${SETTINGS}/confirm`, { code })).body).toMatchObject({ isConfirmed: true });

  expect((await person.put(SETTINGS, { ...WISH, mode: 'immediate' })).body).toMatchObject({ isConfirmed: true });
  const moved = await person.put(SETTINGS, { ...WISH, email: 'kpa.baru@example.go.id' });
  expect(moved.body).toMatchObject({ isConfirmed: false, isCodeSent: true });
  expect((await (await scene.person('ppk')).get(SETTINGS)).body).toMatchObject({ email: null, mode: 'off' });
});

test('what is wrong is told by field, with what would be right', async () => {
  const person = await scene.person('ppk');
  const put = async (more: object) => person.put(SETTINGS, { ...WISH, ...more });
  expect(await put({ email: 'ppk@kantor' })).toMatchObject({ status: 422, code: 'EMAIL_INVALID' });
  expect((await put({ email: 'a@b.id\nBcc: c@d.id' })).detail).toContain('nama@kantor.go.id');
  expect(await put({ email: ' ' })).toMatchObject({ status: 422, code: 'EMAIL_REQUIRED' });
  expect(await put({ kindsOff: ['made up'] })).toMatchObject({ status: 400 });
  expect(await person.post(`${SETTINGS}/code`)).toMatchObject({ status: 422, code: 'EMAIL_REQUIRED' });
});

test('a code cannot be guessed: five tries each, also all at once, and five codes an hour', async () => {
  const person = await scene.person('walikota');
  await person.put(SETTINGS, { ...WISH, email: 'walikota@example.go.id' });
  const code = await codeOf('walikota');
  const guesses = await Promise.all(
    Array.from({ length: 20 }, () => person.post(`${SETTINGS}/confirm`, { code: another(code) })),
  );
  expect(guesses.filter((guess) => guess.code === 'CODE_WRONG')).toHaveLength(5);
  expect(await person.post(`${SETTINGS}/confirm`, { code })).toMatchObject({ status: 422, code: 'CODE_EXPIRED' });

  for (let sent = 2; sent <= 5; sent += 1) expect((await person.post(`${SETTINGS}/code`)).status).toBe(200);
  const tooMany = await person.post(`${SETTINGS}/code`);
  expect(tooMany).toMatchObject({ status: 429, code: 'CODES_TOO_MANY' });
  expect(tooMany.detail).toMatch(/\d+ detik/);
  expect((await person.post(`${SETTINGS}/confirm`, { code: await codeOf('walikota') })).status).toBe(200);
});

test('an old code is worth nothing', async () => {
  const person = await scene.person('auditor');
  await person.put(SETTINGS, { ...WISH, email: 'auditor@example.go.id' });
  await scene.sql(`update mail set created_at = now() - interval '31 minutes'`);
  const answer = await person.post(`${SETTINGS}/confirm`, { code: await codeOf('auditor') });
  expect(answer).toMatchObject({ status: 422, code: 'CODE_EXPIRED' });
});

test('the trail says that an address changed, and not to which', async () => {
  await (await scene.person('bank')).put(SETTINGS, { ...WISH, email: 'rahasia@example.go.id' });
  const rows: { details: unknown }[] = await scene.api.database.query(
    `select details from audit_entry where action = 'officer.mail'`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('example.go.id');
});
