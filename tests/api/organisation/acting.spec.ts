import { RegisterScene } from '../support/register-scene.js';
import type { Scene } from '../support/scene.js';

let register: RegisterScene;
let scene: Scene;
let officer: RegisterScene['officer'];
let office: RegisterScene['office'];
let appointment: RegisterScene['appointment'];
let post: RegisterScene['post'];
let get: RegisterScene['get'];
beforeAll(async () => {
  register = await RegisterScene.open();
  ({ scene, officer, office, appointment, post, get } = register);
}, 60_000);
afterAll(() => register.scene.api.stop());

async function decide(by: string, taskId: string) {
  const person = await scene.person(by);
  const { body } = await person.get(`/tasks/${taskId}`);
  const { artefactHash } = (body as { task: { artefactHash: string } }).task;
  return person.post(`/tasks/${taskId}/decide`, { outcome: 'approved', artefactHash });
}

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
  await register.proposed('dinsos.kepala', 'camat.bekasi-barat', bintara, lurah);
  const endorsement = await scene.task('endorsement.lurah', { subjectType: 'roster' });
  expect((await decide('lurah.bintara', endorsement)).status).toBe(200);

  const ppk = await officer('ppk');
  await post('program', `/officers/${ppk}/leaves`, { kind: 'duty', ...days });
  const observer = await officer('provinsi');
  const nation = { ...standsIn, role: 'ppk', officeId: await office('Kementerian Sosial') };
  await register.proposed('program', 'kpa', observer, nation);
  const quota = await scene.task('allocation.verify', { subjectType: 'period' });
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
  const notified = await post('dinsos.kepala', `/officers/${id}/appointments`, {
    ...{ officeId: await office('Kelurahan Margahayu'), role: 'lurah', acting: 'plt', letterNumber: 'SP/8/2023' },
    ...{ validFrom: '2023-03-06', validTo: '2023-06-05' },
  });
  expect(notified).toMatchObject({ status: 201 });
  const plt = (notified.body as { id: string }).id;
  const more = { validTo: '2023-09-05', letterNumber: 'SP/9/2023' };
  expect((await post('dinsos.kepala', `/appointments/${plt}/extend`, more)).status).toBe(204);
  expect(await post('dinsos.kepala', `/appointments/${plt}/extend`, more)).toMatchObject({
    code: 'ACTING_EXTENDED_ALREADY',
  });
});
