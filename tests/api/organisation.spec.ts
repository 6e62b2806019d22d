import { aScene, KRANJI, type Scene } from './support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

interface Row {
  readonly id: string;
  readonly username: string;
  readonly state: string;
}

const idOf = async (sql: string, value: string) => ((await scene.sql(sql, [value])) as { id: string }).id;
const officer = (username: string) => idOf('select id from officer where username = $1', username);
const office = (name: string) => idOf('select id from office where name = $1', name);
const appointment = (username: string) =>
  idOf(
    `select a.id from appointment a join officer o on o.id = a.officer_id where o.username = $1
      order by a.valid_from desc limit 1`,
    username,
  );
const post = async (by: string, path: string, body: unknown) =>
  (await scene.person(by)).post(`/organisation${path}`, body);
const get = async (by: string, path: string) => (await scene.person(by)).get(`/organisation${path}`);

async function decide(by: string, taskId: string) {
  const person = await scene.person(by);
  const { body } = await person.get(`/tasks/${taskId}`);
  const { artefactHash } = (body as { task: { artefactHash: string } }).task;
  return person.post(`/tasks/${taskId}/decide`, { outcome: 'approved', artefactHash });
}

let made = 0;
/** A new TKSK of Bekasi Barat, entered by the head of Dinas Sosial. */
async function aTksk(more: Record<string, unknown> = {}): Promise<{ id: string; username: string }> {
  made += 1;
  const username = `tksk.baru.${made}`;
  const told = await post('dinsos.kepala', '/officers', {
    ...{ username, fullName: `Petugas Baru ${made}`, officeId: await office('Kecamatan Bekasi Barat') },
    ...{ role: 'tksk', validFrom: '2023-03-01', ...more },
  });
  expect(told).toMatchObject({ status: 201 });
  return { id: (told.body as { id: string }).id, username };
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
  const told = await post('dinsos.kepala', `/appointments/${id}/end`, {
    lastDay: '2023-12-31',
    reason: 'Akhir masa tugas',
  });
  expect(told).toMatchObject({ status: 200, body: { tasksHeld: 1 } });
});

test('a closed account is signed out with its next request, and opened again', async () => {
  const person = await scene.person('tksk.pondokgede');
  const id = await officer('tksk.pondokgede');
  expect((await post('dinsos.kepala', `/officers/${id}/disable`, { reason: 'Akun disalahgunakan' })).status).toBe(204);
  expect(await person.get('/tasks')).toMatchObject({ status: 401 });
  expect((await post('dinsos.kepala', `/officers/${id}/enable`, { reason: 'Sudah diperiksa' })).status).toBe(204);
  expect(await person.get('/tasks')).toMatchObject({ status: 200 });
});

test.each<[string, string, Record<string, unknown>, string, number]>([
  ['the same post again', 'tksk', {}, 'APPOINTMENT_OVERLAP', 409],
  ['a post of another tier', 'lurah', {}, 'APPOINTMENT_TIER', 422],
  ['an end before the beginning', 'camat', { validTo: '2023-01-01' }, 'APPOINTMENT_DATES', 422],
  ['a letterless Plt', 'camat', { acting: 'plt', validTo: '2023-05-31' }, 'ACTING_LETTER', 422],
])('%s is refused with field and sentence', async (_what, role, more, code, status) => {
  const { id } = await aTksk();
  const officeId = await office('Kecamatan Bekasi Barat');
  const told = await post('dinsos.kepala', `/officers/${id}/appointments`, {
    ...{ officeId, role, validFrom: '2023-04-01', ...more },
  });
  expect(told).toMatchObject({ status, code });
  const { errors } = told.body as { errors: { field?: string; message: string }[] };
  for (const { field, message } of errors) {
    expect(field).toBeDefined();
    expect(message).not.toMatch(/{{|[A-Z]{3,}_/);
  }
});

test('roles that do not go together are refused by name, in both languages', async () => {
  const id = await officer('operator.kayuringinjaya');
  const body = { officeId: await office('Kelurahan Kayuringinjaya'), role: 'lurah', validFrom: '2023-04-01' };
  const dinsos = await scene.person('dinsos.kepala');
  const told = await dinsos.post(`/organisation/officers/${id}/appointments`, body, { language: 'en' });
  expect(told).toMatchObject({ status: 409, code: 'ROLES_INCOMPATIBLE' });
  expect(told.detail).toContain('who prepares does not approve');
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

test('a leave keeps new work away and takes no right; a Plh serves meanwhile', async () => {
  const camat = await officer('camat.medansatria');
  const days = { firstDay: '2023-03-06', lastDay: '2023-03-17' };
  const leave = await post('dinsos.kepala', `/officers/${camat}/leaves`, { kind: 'sick', ...days });
  expect(leave.status).toBe(201);
  expect(await post('dinsos.kepala', `/officers/${camat}/leaves`, { kind: 'annual', ...days })).toMatchObject({
    status: 409,
    code: 'LEAVE_OVERLAP',
  });
  const seen = (await get('dinsos.kepala', `/officers/${camat}`)).body;
  expect(seen).toMatchObject({ state: 'leave', leaves: [{ kind: 'sick', proposesPlh: [{ role: 'camat' }] }] });
  expect((await get('walikota', `/officers/${camat}`)).body).toMatchObject({ leaves: [{ kind: null }] });
  expect(await (await scene.person('camat.medansatria')).get('/tasks')).toMatchObject({ status: 200 });

  const taskId = await scene.task('endorsement.camat', { territoryCode: '32.75.06' });
  const { body: candidates } = await (await scene.person('walikota')).get(`/tasks/${taskId}/candidates`);
  expect(JSON.stringify(candidates)).not.toContain(camat);

  const plh = {
    role: 'camat',
    validFrom: '2023-03-06',
    validTo: '2023-03-15',
    acting: 'plh',
    letterNumber: 'SP/7/2023',
  };
  const tksk = await officer('tksk.medansatria');
  const officeId = await office('Kecamatan Medansatria');
  const id = await officer('camat.bekasi-utara');
  expect((await post('dinsos.kepala', `/officers/${id}/appointments`, { ...plh, officeId })).status).toBe(201);
  expect(await post('dinsos.kepala', `/officers/${tksk}/appointments`, { ...plh, officeId })).toMatchObject({
    code: 'ACTING_TAKEN',
  });
  const { id: leaveId } = leave.body as { id: string };
  expect((await post('dinsos.kepala', `/leaves/${leaveId}/cancel`, {})).status).toBe(204);
  expect(await post('dinsos.kepala', `/leaves/${leaveId}/cancel`, {})).toMatchObject({ code: 'LEAVE_UNKNOWN' });
});

test('a Plh endorses a list, and decides nothing on quota', async () => {
  const kranji = await officer('lurah.kranji');
  const days = { firstDay: '2023-03-01', lastDay: '2023-03-20' };
  await post('dinsos.kepala', `/officers/${kranji}/leaves`, { kind: 'annual', ...days });
  const standsIn = { acting: 'plh', letterNumber: 'SP/10/2023', validFrom: '2023-03-02', validTo: '2023-03-15' };
  const bintara = await officer('lurah.bintara');
  const lurah = { ...standsIn, role: 'lurah', officeId: await office('Kelurahan Kranji') };
  expect((await post('dinsos.kepala', `/officers/${bintara}/appointments`, lurah)).status).toBe(201);
  const endorsement = await scene.task('endorsement.lurah', { subjectType: 'roster' });
  expect((await decide('lurah.bintara', endorsement)).status).toBe(200);

  const ppk = await officer('ppk');
  await post('program', `/officers/${ppk}/leaves`, { kind: 'duty', ...days });
  const observer = await officer('provinsi');
  const nation = { ...standsIn, role: 'ppk', officeId: await office('Kementerian Sosial') };
  expect((await post('program', `/officers/${observer}/appointments`, nation)).status).toBe(201);
  const quota = await scene.task('allocation.verify', { subjectType: 'allocation' });
  expect(await decide('provinsi', quota)).toMatchObject({ status: 403, code: 'ACTING_MATTER_CLOSED' });
});

test('whoever stands in for the head of Dinas enters nobody', async () => {
  const head = await appointment('dinsos.kepala');
  await scene.sql(`update appointment set acting = 'plh' where id = $1`, [head]);
  try {
    const officeId = await office('Kecamatan Bekasi Barat');
    const body = { username: 'tksk.plh', fullName: 'Nama', officeId, role: 'tksk', validFrom: '2023-03-01' };
    expect(await post('dinsos.kepala', '/officers', body)).toMatchObject({ status: 403, code: 'REGISTER_NOT_YOURS' });
  } finally {
    await scene.sql('update appointment set acting = null where id = $1', [head]);
  }
  expect(await scene.sql(`select count(*) as n from officer where username = 'tksk.plh'`)).toEqual({ n: '0' });
});

test('work is not forwarded to somebody on leave', async () => {
  const lurah = await officer('lurah.bekasijaya');
  const today = { firstDay: '2023-03-01', lastDay: '2023-03-31' };
  expect((await post('dinsos.kepala', `/officers/${lurah}/leaves`, { kind: 'other', ...today })).status).toBe(201);
  const [row] = await scene.api.database.query<{ place: string }[]>(
    `select f.territory_code as place from appointment a join office f on f.id = a.office_id where a.officer_id = $1`,
    [lurah],
  );
  const taskId = await scene.task('endorsement.lurah', { territoryCode: row?.place ?? '', subjectType: 'roster' });
  const forward = { officerIds: [lurah], reason: 'Pembagian tugas' };
  expect(await (await scene.person('camat.bekasi-timur')).post(`/tasks/${taskId}/forward`, forward)).toMatchObject({
    status: 409,
    code: 'OFFICER_ON_LEAVE',
  });
});

test('a Plt is extended once', async () => {
  const end = await appointment('lurah.margahayu');
  await post('dinsos.kepala', `/appointments/${end}/end`, { reason: 'Pensiun' });
  const id = await officer('camat.bekasi-timur');
  const told = await post('dinsos.kepala', `/officers/${id}/appointments`, {
    ...{ officeId: await office('Kelurahan Margahayu'), role: 'lurah', acting: 'plt', letterNumber: 'SP/8/2023' },
    ...{ validFrom: '2023-03-06', validTo: '2023-06-05' },
  });
  expect(told).toMatchObject({ status: 201 });
  const plt = (told.body as { id: string }).id;
  const more = { validTo: '2023-09-05', letterNumber: 'SP/9/2023' };
  expect((await post('dinsos.kepala', `/appointments/${plt}/extend`, more)).status).toBe(204);
  expect(await post('dinsos.kepala', `/appointments/${plt}/extend`, more)).toMatchObject({
    code: 'ACTING_EXTENDED_ALREADY',
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
