import { mailCode } from '#auth';
import { NotificationSettingRepository, rowsOf } from '#persistence';
import type { Post } from '#channels';
import { CODE_KEY, MailScene, PUBLIC_URL } from '../../support/factories/mail-scene.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { PostOffice } from '../../support/servers/post-office.js';

const database = useDatabase();
const office = new PostOffice();
const made: { scene?: MailScene } = {};
const scene = (): MailScene => (made.scene ??= new MailScene(database.source, office));

beforeAll(async () => {
  await office.open();
  await scene().sql(
    `insert into territory (code, name, level) values ('32.75', 'Kota Bekasi', 'city') on conflict do nothing`,
  );
});
afterAll(() => office.close());
beforeEach(async () => {
  office.refuseRecipient = () => undefined;
  office.refuseMail = () => undefined;
  await scene().sql(`update mail set state = 'cancelled' where state in ('waiting', 'sending')`);
  await scene().sql(`update notification_setting set mode = 'off'`);
  await clock('10:00');
});

/** Sets the programme's clock to an hour of a day in Jakarta. */
const clock = (time: string, day = '2023-03-06'): Promise<void> =>
  scene().sql(
    `update programme_clock set offset_ms =
       round(1000 * extract(epoch from ($1::date + $2::time) at time zone 'Asia/Jakarta' - now()))`,
    [day, time],
  );

test('what somebody was told goes out at once, in their language, with a link, and once', async () => {
  const [reader, other] = [await scene().reader(), await scene().reader('immediate', 'en')];
  const period = await aPeriod(database.manager);
  const task = aNewTask(period, { kind: 'endorsement.lurah', territoryCode: '32.75.02.1001', dueOn: '2023-03-10' });
  const { taskId } = await openTask(database.source, task);
  await scene().tell(reader, 'task.assigned', { taskId, details: { event: 'delegate' } });
  await scene().tell(other, 'mandate.ended', { details: { event: 'revoked', territoryCode: '32.75' } });

  await scene().look();
  await scene().look();

  const [mail, ...more] = scene().mailsTo(reader);
  expect(more).toEqual([]);
  expect(mail?.headers).toMatchObject({
    subject: 'Amanah: 1 pemberitahuan baru',
    'auto-submitted': 'auto-generated',
    from: 'Amanah <no-reply@example.go.id>',
    'message-id': expect.stringMatching(/^<[0-9a-f-]{36}@example\.go\.id>$/),
  });
  expect(mail?.text).toContain('Tugas didelegasikan kepada Anda:');
  expect(mail?.text).toContain('10 Maret 2023');
  expect(mail?.text).toContain(`${PUBLIC_URL}/tasks/${taskId}`);
  const [english] = scene().mailsTo(other);
  expect(english?.headers).toMatchObject({ subject: 'Amanah: 1 new notification', 'content-language': 'en' });
  expect(english?.text).toMatch(/A mandate was revoked: Kota Bekasi\./);
  expect(await scene().mails(reader)).toMatchObject([{ state: 'sent', attempts: 1, failure: null }]);
});

test('five hundred at once are one mail: ten lines, and the rest counted', async () => {
  const reader = await scene().reader();
  await scene().sql(
    `insert into notification (officer_id, kind, key, occurred_at)
     select $1, 'task.reminder', 'many:' || n, programme_now() from generate_series(1, 500) n`,
    [reader.officerId],
  );
  await scene().look();
  const [mail, ...more] = scene().mailsTo(reader);
  expect(more).toEqual([]);
  expect(mail?.headers['subject']).toBe('Amanah: 500 pemberitahuan baru');
  expect(mail?.text).toContain('dan 490 pemberitahuan lagi');
  expect(mail?.raw.length).toBeLessThan(10_000);
});

test('nobody’s name, address or number is in a mail, whatever was written beside the notification', async () => {
  const reader = await scene().reader();
  const person = 'Siti Rahmawati 3275024508900001';
  const colleague = await anOfficer(database.manager, 'lurah');
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  await scene().sql('update task set owner_id = $2, suspended_reason = $3 where id = $1', [
    taskId,
    colleague.officerId,
    person,
  ]);
  for (const kind of ['task.assigned', 'task.escalated', 'handover.offered', 'mandate.ended'] as const) {
    const details = { by: colleague.fullName, note: person, event: person, territoryCode: person };
    await scene().tell(reader, kind, { taskId, details });
  }
  await scene().look();

  const [mail] = scene().mailsTo(reader);
  const officers = await rowsOf<{ name: string; username: string }>(
    database.manager,
    'select full_name as name, username from officer',
  );
  expect(mail?.text).toContain(taskId);
  for (const { name, username } of officers) {
    for (const words of [name, username]) expect(`${mail?.raw ?? ''}${mail?.text ?? ''}`).not.toContain(words);
  }
  expect(mail?.text).not.toMatch(/Siti|\d{16}/);
  expect(mail?.text).not.toMatch(/<(img|script|link|style|iframe)/i);
});

test('only what is wanted goes out: confirmed, switched on, of a kind that is on, unread, and from then on', async () => {
  const [unconfirmed, off, kindOff, read, since] = [
    await scene().reader(),
    await scene().reader(),
    await scene().reader(),
    await scene().reader(),
    await scene().reader(),
  ];
  const readers = [unconfirmed, off, kindOff, read, since];
  for (const reader of readers) await scene().tell(reader);
  const set = (officerId: string, change: string) =>
    scene().sql(`update notification_setting set ${change} where officer_id = $1`, [officerId]);
  await set(unconfirmed.officerId, 'confirmed_at = null');
  await set(off.officerId, `mode = 'off'`);
  await set(kindOff.officerId, `kinds_off = '{task.reminder}'`);
  await scene().sql('update notification set read_at = now() where officer_id = $1', [read.officerId]);
  const settings = new NotificationSettingRepository(database.manager);
  await settings.save(since.officerId, { email: since.email, mode: 'off', kindsOff: [] });
  await settings.save(since.officerId, { email: since.email, mode: 'immediate', kindsOff: [] });

  await scene().look();
  expect(readers.flatMap((reader) => scene().mailsTo(reader))).toEqual([]);
  await scene().tell(since);
  await scene().look();
  expect(scene().mailsTo(since)).toHaveLength(1);
});

test('a digest goes out once a day from seven in Jakarta on, with counts and no rows', async () => {
  const reader = await scene().reader('digest');
  const quiet = await scene().reader('digest');
  for (const kind of ['task.reminder', 'task.reminder', 'mandate.ended'] as const) await scene().tell(reader, kind);
  await clock('06:58');
  await scene().look();
  expect(scene().mailsTo(reader)).toEqual([]);

  await clock('07:01');
  await scene().look();
  await scene().tell(reader);
  await scene().tell(quiet);
  await clock('23:50');
  await scene().look();
  const [mail, ...more] = scene().mailsTo(reader);
  expect(more).toEqual([]);
  expect(mail?.headers['subject']).toBe('Amanah: ringkasan harian, 3 pemberitahuan');
  expect(mail?.text).toContain('Pengingat tenggat: 2');
  expect(mail?.text).toContain(`${PUBLIC_URL}/inbox`);
  expect(scene().mailsTo(quiet)).toEqual([]);

  await clock('07:00', '2023-03-07');
  await scene().look();
  expect(scene().mailsTo(reader)).toHaveLength(2);
  expect(scene().mailsTo(quiet)).toHaveLength(1);
});

test('whoever asks for a digest after its hour gets the first one tomorrow', async () => {
  const reader = await scene().reader('off');
  const command = { email: reader.email, mode: 'digest', kindsOff: [] } as const;
  await new NotificationSettingRepository(database.manager).save(reader.officerId, command);
  await scene().tell(reader);
  await scene().look();
  expect(scene().mailsTo(reader)).toEqual([]);
  await clock('08:00', '2023-03-07');
  await scene().look();
  expect(scene().mailsTo(reader)).toHaveLength(1);
});

test('five workers that look at once send each mail once', async () => {
  const readers = await Promise.all(Array.from({ length: 25 }, () => scene().reader()));
  for (const reader of readers) await scene().tell(reader);
  await Promise.all(Array.from({ length: 5 }, () => scene().look()));
  for (const reader of readers) expect(scene().mailsTo(reader)).toHaveLength(1);
});

test('killed between sending and marking, it is sent once more under the same id, and then never again', async () => {
  const reader = await scene().reader();
  await scene().tell(reader);
  const smtp = scene().post();
  const killed: Post = {
    send: async (letter) => {
      await smtp.send(letter);
      throw new Error('killed');
    },
  };
  await expect(scene().look(killed)).rejects.toThrow('killed');
  expect(await scene().mails(reader)).toMatchObject([{ state: 'sending', attempts: 1 }]);
  await scene().look();
  expect(scene().mailsTo(reader)).toHaveLength(1);

  await scene().later();
  await scene().look();
  await scene().later();
  await scene().look();
  const copies = scene().mailsTo(reader);
  expect(copies).toHaveLength(2);
  expect(new Set(copies.map(({ headers }) => headers['message-id'])).size).toBe(1);
  expect(copies[1]?.text).toBe(copies[0]?.text);
  expect(await scene().mails(reader)).toMatchObject([{ state: 'sent', attempts: 2 }]);
});

test('an address that the server does not know is not tried again, and the person is shown so', async () => {
  const [reader, other] = [await scene().reader(), await scene().reader()];
  for (const each of [reader, other]) await scene().tell(each);
  office.refuseRecipient = (address) => (address === reader.email ? '550 5.1.1 no such user' : undefined);
  await scene().look();
  await scene().later();
  await scene().tell(reader);
  await scene().look();

  expect(await scene().mails(reader)).toMatchObject([{ state: 'failed', attempts: 1, failure: '550' }]);
  const settings = new NotificationSettingRepository(database.manager);
  expect(await settings.of(reader.officerId)).toMatchObject({ refusal: '550', isConfirmed: false });
  expect(scene().mailsTo(other)).toHaveLength(1);
});

test('a server that refuses a mail by policy says nothing against the address; the next one that passes clears it', async () => {
  const reader = await scene().reader();
  await scene().tell(reader);
  office.refuseMail = () => '554 5.7.1 rejected as spam';
  await scene().look();
  const settings = new NotificationSettingRepository(database.manager);
  expect(await settings.of(reader.officerId)).toMatchObject({ refusal: '554', isConfirmed: true });

  office.refuseMail = () => undefined;
  await scene().tell(reader);
  await scene().look();
  expect(await settings.of(reader.officerId)).toMatchObject({ refusal: null });
  expect((await scene().mails(reader)).map(({ state }) => state)).toEqual(['failed', 'sent']);
});

test('while the server is away mails wait longer and longer, and go out when it is back', async () => {
  const reader = await scene().reader();
  await scene().tell(reader);
  await office.close();
  await scene().look();
  await scene().look();
  expect(await scene().mails(reader)).toMatchObject([{ state: 'waiting', attempts: 1, minutes: 1 }]);
  await scene().later();
  await scene().look();
  expect(await scene().mails(reader)).toMatchObject([{ state: 'waiting', attempts: 2, minutes: 2 }]);
  await scene().tell(reader);

  await office.open();
  office.refuseMail = () => '451 4.7.1 greylisted';
  await scene().later();
  await scene().look();
  expect(await scene().mails(reader)).toMatchObject([{ state: 'waiting', attempts: 3, failure: '451' }]);
  office.refuseMail = () => undefined;
  await scene().later();
  await scene().look();
  await scene().look();
  expect((await scene().mails(reader)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(scene().mailsTo(reader)).toHaveLength(2);
});

test('after about a day it is given up', async () => {
  const reader = await scene().reader();
  await scene().tell(reader);
  office.refuseMail = () => '451 4.7.1 later';
  await scene().look();
  await scene().sql(`update mail set attempts = 27 where officer_id = $1`, [reader.officerId]);
  await scene().later();
  await scene().look();
  expect(await scene().mails(reader)).toMatchObject([{ state: 'failed', attempts: 28, failure: '451' }]);
});

test('a code goes to an address that is not confirmed yet, and nothing else does; no mail follows a change of mind', async () => {
  const officer = await anOfficer(database.manager, 'lurah');
  const settings = new NotificationSettingRepository(database.manager);
  const reader = { ...officer, email: 'baru@example.go.id' };
  await settings.save(officer.officerId, { email: reader.email, mode: 'immediate', kindsOff: [] });
  await settings.sendCode(officer.officerId);
  await scene().tell(officer);
  await scene().look();
  const { codeMailId } = await settings.of(officer.officerId);
  const [mail, ...more] = scene().mailsTo(reader);
  expect(more).toEqual([]);
  expect(mail?.text).toContain(`Kode Anda: ${mailCode(CODE_KEY, codeMailId ?? '')}`);
  expect(mail?.text).toContain(`${PUBLIC_URL}/settings`);

  await settings.confirm(officer.officerId, codeMailId ?? '');
  await scene().tell(officer);
  office.refuseMail = () => '451 later';
  await scene().look();
  await settings.save(officer.officerId, { email: reader.email, mode: 'off', kindsOff: [] });
  office.refuseMail = () => undefined;
  await scene().later();
  await scene().look();
  expect((await scene().mails(officer)).map(({ state }) => state)).toEqual(['sent', 'cancelled']);
});

test.each([
  ['offers no TLS', { disabledCommands: ['STARTTLS'], allowInsecureAuth: true }],
  ['has a certificate that nobody vouches for', {}],
])('to another machine that %s no password is said', async (_what, options) => {
  const said: string[] = [];
  const stranger = new PostOffice({
    ...options,
    onAuth: (_auth, _session, done) => {
      said.push('password');
      done(null, { user: 'amanah' });
    },
  });
  await stranger.open();
  const reader = await scene().reader();
  await scene().tell(reader);
  const url = stranger.url.replace('127.0.0.1', 'amanah:secret@127.0.0.2');
  await scene().look(scene().post(url));
  expect(said).toEqual([]);
  expect(stranger.received).toEqual([]);
  expect(await scene().mails(reader)).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  await stranger.close();
});

test('a server that asks for a password gets it; a wrong one costs no mail', async () => {
  const strict = new PostOffice({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      const isRight = username === 'amanah' && password === 'rahasia:@';
      done(isRight ? null : new Error('wrong'), isRight ? { user: 'amanah' } : undefined);
    },
  });
  await strict.open();
  const reader = await scene().reader();
  await scene().tell(reader);
  const url = (password: string) => strict.url.replace('127.0.0.1', `amanah:${encodeURIComponent(password)}@127.0.0.1`);
  await scene().look(scene().post(url('salah')));
  expect(await scene().mails(reader)).toMatchObject([{ state: 'waiting', failure: '535' }]);
  await scene().later();
  await scene().look(scene().post(url('rahasia:@')));
  expect(strict.received).toHaveLength(1);
  await strict.close();
});
