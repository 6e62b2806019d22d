import { RegisterScene } from '../support/register-scene.js';
import { KRANJI } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

let register: RegisterScene;
let scene: Scene;
let officer: RegisterScene['officer'];
let office: RegisterScene['office'];
let appointment: RegisterScene['appointment'];
let post: RegisterScene['post'];
let get: RegisterScene['get'];
let aTksk: RegisterScene['aTksk'];
let idOf: RegisterScene['idOf'];
beforeAll(async () => {
  register = await RegisterScene.open();
  ({ scene, officer, office, appointment, post, get, aTksk, idOf } = register);
}, 60_000);
afterAll(() => register.scene.api.stop());

interface Row {
  readonly username: string;
}

test('offices show their posts and which are vacant, within the territory of the reader', async () => {
  const { body } = await get('dinsos.kepala', '/offices?kind=kelurahan&search=kranji');
  expect(body).toMatchObject({
    rows: [
      {
        name: 'Kelurahan Kranji',
        territoryCode: KRANJI,
        posts: expect.arrayContaining([{ role: 'lurah', holders: 1, acting: 0 }]),
      },
    ],
  });
  expect((await get('lurah.kranji', '/offices')).body).toMatchObject({ rows: [{ name: 'Kelurahan Kranji' }] });
  const all = (await get('program', '/offices?kind=bank')).body;
  expect(all).toMatchObject({ rows: [{ name: 'Bank Penyalur' }] });
  expect(await get('bank', '/offices')).toMatchObject({ status: 403, code: 'POWER_MISSING' });
});

test('pages follow one another without a gap, and search takes signs as they are', async () => {
  const names: string[] = [];
  let cursor = '';
  do {
    const { body } = await get('dinsos.kepala', `/officers?limit=20${cursor}`);
    const page = body as { rows: Row[]; next: string | null };
    names.push(...page.rows.map(({ username }) => username));
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
  } while (cursor !== '');
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('lurah.kranji');
  expect(names).not.toContain('ppk');
  expect((await get('dinsos.kepala', '/officers?search=%25')).body).toMatchObject({ rows: [] });
  expect((await get('dinsos.kepala', '/officers?role=mayor')).body).toMatchObject({ rows: [{ username: 'walikota' }] });
});

test('an officer outside the territory is not there', async () => {
  const ppk = await officer('ppk');
  expect(await get('dinsos.kepala', `/officers/${ppk}`)).toMatchObject({ status: 404, code: 'OFFICER_UNKNOWN' });
  expect(await get('program', `/officers/${ppk}`)).toMatchObject({ status: 200 });
});

test('an appointment that is ended stops with the next request', async () => {
  const lurah = await scene.person('lurah.jakasampurna');
  expect(await lurah.get('/tasks')).toMatchObject({ status: 200 });
  const id = await appointment('lurah.jakasampurna');
  const ended = await post('dinsos.kepala', `/appointments/${id}/end`, { reason: 'Mutasi ke kantor lain' });
  expect(ended).toMatchObject({ status: 200, body: { tasksHeld: 0 } });
  expect(await lurah.get('/tasks')).toMatchObject({ status: 403, code: 'POWER_MISSING' });
  expect(await post('dinsos.kepala', `/appointments/${id}/end`, { reason: 'Sekali lagi' })).toMatchObject({
    status: 409,
    code: 'APPOINTMENT_OVER',
  });
  const { body } = await get('dinsos.kepala', '/offices?search=jakasampurna');
  expect(body).toMatchObject({ rows: [{ posts: expect.arrayContaining([{ role: 'lurah', holders: 0, acting: 0 }]) }] });
});

test('an end tells how many open tasks stay with the officer', async () => {
  const taskId = await scene.task('verification.complete', { territoryCode: KRANJI });
  const claimed = await (await scene.person('operator.kranji')).post(`/tasks/${taskId}/claim`);
  expect(claimed.status).toBe(200);
  const id = await appointment('operator.kranji');
  const notified = await post('dinsos.kepala', `/appointments/${id}/end`, {
    lastDay: '2023-12-31',
    reason: 'Akhir masa tugas',
  });
  expect(notified).toMatchObject({ status: 200, body: { tasksHeld: 1 } });
});

test.each<[string, string, Record<string, unknown>, string, number]>([
  ['the same post again', 'tksk', {}, 'APPOINTMENT_OVERLAP', 409],
  ['a post of another tier', 'lurah', {}, 'APPOINTMENT_TIER', 422],
  ['an end before the beginning', 'camat', { validTo: '2023-01-01' }, 'APPOINTMENT_DATES', 422],
  ['a letterless Plt', 'camat', { acting: 'plt', validTo: '2023-05-31' }, 'ACTING_LETTER', 422],
])('%s is refused with field and sentence', async (_what, role, more, code, status) => {
  const { id } = await aTksk();
  const officeId = await office('Kecamatan Bekasi Barat');
  const notified = await post('dinsos.kepala', `/officers/${id}/appointments`, {
    ...{ officeId, role, validFrom: '2023-04-01', ...more },
  });
  expect(notified).toMatchObject({ status, code });
  const { errors } = notified.body as { errors: { field?: string; message: string }[] };
  for (const { field, message } of errors) {
    expect(field).toBeDefined();
    expect(message).not.toMatch(/{{|[A-Z]{3,}_/);
  }
});

test('roles that do not go together are refused by name, in both languages', async () => {
  const id = await officer('operator.kayuringinjaya');
  const body = { officeId: await office('Kelurahan Kayuringinjaya'), role: 'lurah', validFrom: '2023-04-01' };
  const dinsos = await scene.person('dinsos.kepala');
  const notified = await dinsos.post(`/organisation/officers/${id}/appointments`, body, { language: 'en' });
  expect(notified).toMatchObject({ status: 409, code: 'ROLES_INCOMPATIBLE' });
  expect(notified.detail).toContain('who prepares does not approve');
  expect((await dinsos.post(`/organisation/officers/${id}/appointments`, body)).detail).toContain('Operator kelurahan');
});

test('who keeps another register, or is meant themself, is refused', async () => {
  const camat = await office('Kecamatan Bekasi Barat');
  const wanted = { officeId: camat, role: 'tksk', validFrom: '2023-04-01' };
  const self = await officer('dinsos.kepala');
  expect(await post('dinsos.kepala', `/officers/${self}/appointments`, wanted)).toMatchObject({
    code: 'OWN_APPOINTMENT',
  });
  const tksk = await officer('tksk.bekasi-timur');
  expect(await post('program', `/officers/${tksk}/appointments`, wanted)).toMatchObject({ code: 'REGISTER_NOT_YOURS' });
  expect(await post('walikota', `/officers/${tksk}/appointments`, wanted)).toMatchObject({ code: 'POWER_MISSING' });
  const mayor = await appointment('walikota');
  expect(await post('dinsos.kepala', `/appointments/${mayor}/end`, { reason: 'Bukan wewenang' })).toMatchObject({
    status: 403,
    code: 'REGISTER_NOT_YOURS',
  });
  const walikota = await officer('walikota');
  expect(await post('dinsos.kepala', `/officers/${walikota}/disable`, { reason: 'Bukan wewenang' })).toMatchObject({
    status: 403,
  });
  const nation = { ...wanted, officeId: await office('Kementerian Sosial'), role: 'ppk' };
  expect(await post('dinsos.kepala', `/officers/${tksk}/appointments`, nation)).toMatchObject({
    code: 'REGISTER_NOT_YOURS',
  });
});

test('an office is entered once, in a territory that is there, by who keeps its register', async () => {
  const bank = { name: 'Kantor Pos Bekasi', kind: 'post', territoryCode: 'ID' };
  expect((await post('program', '/offices', bank)).status).toBe(201);
  expect(await post('program', '/offices', bank)).toMatchObject({ status: 409, code: 'OFFICE_EXISTS' });
  expect(await post('dinsos.kepala', '/offices', { ...bank, name: 'Pos lain' })).toMatchObject({
    code: 'REGISTER_NOT_YOURS',
  });
  const ward = { name: 'Kelurahan Baru', kind: 'kelurahan', territoryCode: '32.75.02.9999' };
  expect(await post('dinsos.kepala', '/offices', ward)).toMatchObject({ code: 'TERRITORY_UNKNOWN' });
  expect(await post('dinsos.kepala', '/offices', { ...ward, territoryCode: '32.75.02' })).toMatchObject({
    code: 'OFFICE_TIER_DIFFERS',
  });
});

test('every change is in the audit, with ids and codes and no reason about a person’s health', async () => {
  const { id } = await aTksk();
  await post('dinsos.kepala', `/officers/${id}/activation-code`, {});
  await post('dinsos.kepala', `/officers/${id}/leaves`, {
    kind: 'sick',
    firstDay: '2023-05-01',
    lastDay: '2023-05-02',
  });
  const first = await idOf('select id from appointment where officer_id = $1', id);
  await post('dinsos.kepala', `/appointments/${first}/end`, { reason: 'Salah catat' });
  const { body } = await (await scene.person('auditor')).get('/audit/entries?subjectType=officer&limit=200');
  const { rows } = body as { rows: { action: string }[] };
  const actions = new Set(rows.map(({ action }) => action));
  for (const action of ['appointment.added', 'appointment.ended', 'leave.added', 'account.code-issued']) {
    expect(actions).toContain(action);
  }
  expect(JSON.stringify(rows)).not.toContain('sick');
});
