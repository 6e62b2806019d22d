import { confirmFromConsole } from '#application';
import { DEMO_PASSWORD } from '../../../apps/cli/src/sandbox.js';
import { RegisterScene } from '../../api/support/register-scene.js';
import { Visit } from '../auth/a-visit.js';

const NEW = 'beras merah di lumbung tua';

let register: RegisterScene;
let made = 0;
beforeAll(async () => {
  register = await RegisterScene.open();
}, 60_000);
afterAll(() => register.scene.api.stop());

/** Somebody new in a post of the ministry, as one registrar alone enters them. */
async function aPuppet(role: string): Promise<{ id: string; username: string; appointmentId: string }> {
  made += 1;
  const username = `puppet.${made}`;
  const officeId = await register.office('Kementerian Sosial');
  const person = { username, fullName: `Made-up ${made}`, officeId, role, validFrom: '2023-03-01' };
  const entered = await register.post('program', '/officers', person);
  expect(entered).toMatchObject({ status: 201 });
  return { id: (entered.body as { id: string }).id, username, appointmentId: await register.appointment(username) };
}

const confirm = (by: string, appointmentId: string) => register.post(by, `/appointments/${appointmentId}/confirm`, {});

/** Opens the account of somebody who holds a proposed post, past every rule about codes. */
async function openAccount(officerId: string, username: string): Promise<Visit> {
  await register.scene.sql(
    `update officer set password_hash = (select password_hash from officer where username = 'ppk') where id = $1`,
    [officerId],
  );
  const visit = new Visit(register.scene.api.url);
  expect(await visit.signIn(username, DEMO_PASSWORD)).toBe(200);
  return visit;
}

test.each(['ppk', 'kpa', 'treasurer'])(
  'one registrar makes no %s: neither a post that holds nor a code',
  async (role) => {
    const { id, username, appointmentId } = await aPuppet(role);
    expect(await register.post('program', `/officers/${id}/activation-code`, {})).toMatchObject({
      code: 'CODE_BY_LETTER',
    });
    expect(await register.post('program', `/officers/${id}/activation-letter`, {})).toMatchObject({
      code: 'CONFIRM_OWN_PROPOSAL',
    });
    expect(await confirm('program', appointmentId)).toMatchObject({ status: 403, code: 'CONFIRM_OWN_PROPOSAL' });
    const puppet = await openAccount(id, username);
    expect(await puppet.status('/tasks')).toBe(403);
  },
);

test('nor does a code that was shown for a lesser post open an account that signs', async () => {
  const { id, username } = await register.aTksk();
  const issued = await register.post('dinsos.kepala', `/officers/${id}/activation-code`, {});
  const { code } = issued.body as { code: string };
  const post = { officeId: await register.office('Kecamatan Bekasi Barat'), role: 'camat', validFrom: '2023-03-01' };
  const ended = await register.appointment(username);
  await register.post('dinsos.kepala', `/appointments/${ended}/end`, { reason: 'Diangkat menjadi camat' });
  expect((await register.post('dinsos.kepala', `/officers/${id}/appointments`, post)).status).toBe(201);
  const activation = { method: 'POST' as const, body: { username, code, password: NEW } };
  expect(await new Visit(register.scene.api.url).status('/auth/activate', activation)).toBe(422);
});

test('a second person confirms, fetches the letter, and only then the officer signs in to a post', async () => {
  const { id, username, appointmentId } = await aPuppet('treasurer');
  expect(await register.post('kpa', `/officers/${id}/activation-letter`, {})).toMatchObject({
    code: 'LETTER_TOO_EARLY',
  });
  expect((await register.get('kpa', `/officers/${id}`)).body).toMatchObject({
    appointments: [{ isProposed: true, mayConfirm: true, isLive: false }],
    mayFetchLetter: false,
  });
  expect(await confirm('kpa', appointmentId)).toMatchObject({ status: 204 });
  expect(await confirm('kpa', appointmentId)).toMatchObject({ status: 409, code: 'NOT_PROPOSED' });
  expect((await register.get('kpa', `/officers/${id}`)).body).toMatchObject({
    appointments: [{ isProposed: false, confirmedBy: 'KPA', isLive: true }],
    mayFetchLetter: true,
  });
  const letter = await register.post('kpa', `/officers/${id}/activation-letter`, {});
  expect([letter.status, String(letter.body).startsWith('%PDF-')]).toEqual([200, true]);
  expect(username).toMatch(/^puppet/);
});

test('what the registrar took back is confirmed by nobody', async () => {
  const { appointmentId } = await aPuppet('treasurer');
  const ended = await register.post('program', `/appointments/${appointmentId}/end`, { reason: 'Salah orang' });
  expect(ended.status).toBe(200);
  expect(await confirm('kpa', appointmentId)).toMatchObject({ code: 'NOT_PROPOSED' });
});

test.each([
  ['bendahara', 'an office that does not confirm it', 'POWER_MISSING'],
  ['walikota', 'one outside the ministry', 'OFFICER_UNKNOWN'],
])('%s, %s, confirms no PPK', async (by, _what, code) => {
  const { appointmentId } = await aPuppet('ppk');
  expect(await confirm(by, appointmentId)).toMatchObject({ code });
});

test('what a second person refuses never held', async () => {
  const { id, appointmentId } = await aPuppet('kpa');
  const refused = await register.post('ppk', `/appointments/${appointmentId}/refuse`, {
    reason: 'Bukan KPA yang ditunjuk',
  });
  expect(refused.status).toBe(204);
  expect(await confirm('ppk', appointmentId)).toMatchObject({ code: 'NOT_PROPOSED' });
  expect((await register.get('ppk', `/officers/${id}`)).body).toMatchObject({
    appointments: [{ isLive: false, isOver: true }],
  });
});

test('who holds the post, and who may confirm it, are told; the registrar is not asked', async () => {
  const { id } = await aPuppet('treasurer');
  const events = await register.scene.api.database.query<{ username: string; event: string }[]>(
    `select o.username, n.details ->> 'event' as event from notification n join officer o on o.id = n.officer_id
      where n.kind = 'appointment.proposed' and n.details ->> 'officerId' = $1 order by 1`,
    [id],
  );
  expect(events).toContainEqual({ username: 'bendahara', event: 'incumbent' });
  expect(events).toContainEqual({ username: 'kpa', event: 'confirm' });
  expect(events.map(({ username }) => username)).not.toContain('program');
});

test('nobody enters a peer, ends one, or closes their account', async () => {
  const officeId = await register.office('Kementerian Sosial');
  const peer = { username: 'a.peer', fullName: 'A Peer', officeId, role: 'programme_officer', validFrom: '2023-03-01' };
  expect(await register.post('program', '/officers', peer)).toMatchObject({ status: 403, code: 'REGISTER_NOT_YOURS' });
  expect(await register.post('kpa', '/officers', peer)).toMatchObject({ status: 201 });
  expect((await register.get('program', `/officers/${await register.officer('a.peer')}`)).body).toMatchObject({
    mayKeep: false,
    appointments: [{ isProposed: true, mayConfirm: true }],
  });
  const dinas = await register.office('Dinas Sosial Kota Bekasi');
  const head = { ...peer, username: 'a.head', officeId: dinas, role: 'dinsos_head' };
  expect(await register.post('dinsos.kepala', '/officers', head)).toMatchObject({ code: 'REGISTER_NOT_YOURS' });
});

test('the console confirms only while no officer could', async () => {
  const { database } = register.scene.api;
  const { username } = await aPuppet('ppk');
  await expect(confirmFromConsole(database, username)).rejects.toMatchObject({ code: 'CONFIRM_IN_REGISTER' });
  await expect(confirmFromConsole(database, 'nobody')).rejects.toMatchObject({ code: 'OFFICER_UNKNOWN' });
  await expect(confirmFromConsole(database, 'kpa')).rejects.toMatchObject({ code: 'NOT_PROPOSED' });
});

test('the database itself keeps the two apart', async () => {
  const { appointmentId } = await aPuppet('ppk');
  const alone = register.scene.sql(
    'update appointment set is_proposed = false, confirmed_by = created_by, confirmed_at = now() where id = $1',
    [appointmentId],
  );
  await expect(alone).rejects.toMatchObject({ constraint: 'appointment_confirmed' });
});
