import { setToday } from '../../support/factories/task-services.js';
import { RegisterScene } from '../../api/support/register-scene.js';

let register: RegisterScene;
beforeAll(async () => {
  register = await RegisterScene.open();
  await setToday(register.scene.api.database, '2023-03-06');
}, 60_000);
afterAll(() => register.scene.api.stop());

const reason = { reason: 'Akun disalahgunakan' };

/** One lurah stands in for another, and has taken a task of theirs. */
async function standIn(absent: string, delegate: string, territoryCode: string): Promise<string> {
  const { scene } = register;
  const delegation = {
    ...{ validFrom: '2023-03-06', validTo: '2023-03-10', reason: 'Cuti tahunan' },
    ...{ appointmentIds: [await register.appointment(absent)], toOfficerId: await register.officer(delegate) },
  };
  expect(await (await scene.person(absent)).post('/delegations', delegation)).toMatchObject({ status: 201 });
  const taskId = await scene.task('endorsement.lurah', { subjectType: 'roster', territoryCode });
  expect(await (await scene.person(delegate)).post(`/tasks/${taskId}/claim`)).toMatchObject({ status: 200 });
  return taskId;
}

const standsFor = async (delegate: string): Promise<unknown> =>
  ((await (await register.scene.person(delegate)).get('/auth/me')).body as { standsFor: unknown[] }).standsFor;

const ownerOf = async (taskId: string): Promise<unknown> =>
  register.scene.sql('select o.username from task t left join officer o on o.id = t.owner_id where t.id = $1', [
    taskId,
  ]);

test('nobody acts for an officer whose account is closed, and what was held for them goes back', async () => {
  const taskId = await standIn('lurah.kranji', 'lurah.bintara', '32.75.02.1002');
  expect(await standsFor('lurah.bintara')).toHaveLength(1);
  const id = await register.officer('lurah.kranji');
  await register.scene.sql('update officer set disabled_at = now() where id = $1', [id]);
  expect(await standsFor('lurah.bintara')).toEqual([]);
  await register.scene.sql('update officer set disabled_at = null where id = $1', [id]);
  expect((await register.post('dinsos.kepala', `/officers/${id}/disable`, reason)).status).toBe(204);
  expect(await standsFor('lurah.bintara')).toEqual([]);
  expect(await ownerOf(taskId)).toEqual({ username: 'lurah.kranji' });
  const decision = { outcome: 'approved', artefactHash: 'hash' };
  const decided = await (await register.scene.person('lurah.bintara')).post(`/tasks/${taskId}/decide`, decision);
  expect(decided.status).toBeGreaterThanOrEqual(403);
  expect((await register.post('dinsos.kepala', `/officers/${id}/enable`, reason)).status).toBe(204);
  expect(await standsFor('lurah.bintara')).toEqual([]);
});

test('a delegate whose account is closed holds nothing of others', async () => {
  const taskId = await standIn('lurah.jakasampurna', 'lurah.kotabaru', '32.75.02.1005');
  const id = await register.officer('lurah.kotabaru');
  expect((await register.post('dinsos.kepala', `/officers/${id}/disable`, reason)).status).toBe(204);
  expect(await ownerOf(taskId)).toEqual({ username: 'lurah.jakasampurna' });
  const audited = await register.scene.sql(
    `select count(*)::int as ended from audit_entry where action = 'delegation.ended' and details ->> 'toOfficerId' = $1`,
    [id],
  );
  expect(audited).toEqual({ ended: 1 });
});
