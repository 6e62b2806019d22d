import { giveSlice } from '../../support/factories/mandates.js';
import { MandateScene } from '../support/mandate-scene.js';

let mandates: MandateScene;
beforeAll(async () => {
  mandates = await MandateScene.open();
}, 60_000);
afterEach(() => mandates.endSlices());
afterAll(() => mandates.scene.api.stop());

const APPROVED = { outcome: 'approved', artefactHash: 'hash' };
const decide = async (username: string, taskId: string) =>
  (await mandates.scene.person(username)).post(`/tasks/${taskId}/decide`, APPROVED);
const why = async (username: string, taskId: string, action = 'decide') =>
  (await mandates.scene.person(username)).get(`/why?action=${action}&taskId=${taskId}`);
const lurahTask = () => mandates.scene.task('endorsement.lurah', { subjectType: 'roster' });
const sliceInForce = () =>
  giveSlice(mandates.scene.api.database, mandates.root, { granteeOfficeId: mandates.camatOffice });

test('a decision names the slice it used; suspended it stops at once, resumed it goes on', async () => {
  const [id, taskId] = [await sliceInForce(), await lurahTask()];
  await mandates.move('dinsos.kepala', id, 'suspended');
  expect(await decide('lurah.kranji', taskId)).toMatchObject({ status: 403, code: 'MANDATE_NOT_LIVE' });
  await mandates.move('dinsos.kepala', id, 'resumed');
  expect((await decide('lurah.kranji', taskId)).status).toBe(200);
  expect(await mandates.value('select mandate_id as id from task_decision where task_id = $1', [taskId])).toBe(id);
});

test('a task after the slice was revoked is the grantor’s, who finds the task in the inbox', async () => {
  const [id, taskId] = [await sliceInForce(), await lurahTask()];
  await mandates.move('dinsos.kepala', id, 'revoked');
  expect(await decide('lurah.kranji', taskId)).toMatchObject({ status: 403, code: 'ROLE_NOT_PERMITTED' });
  const inbox = (await (await mandates.scene.person('dinsos.kepala')).get('/tasks?view=pool&limit=500')).body;
  expect((inbox as { rows: { id: string }[] }).rows.map((row) => row.id)).toContain(taskId);
  expect((await decide('dinsos.kepala', taskId)).status).toBe(200);
});

test('a decision that uses quota draws on the ceiling once, for decree and payment together', async () => {
  const usedNow = async () =>
    Number(
      await mandates.value('select used_families as id from mandate_balance where mandate_id = $1', [mandates.root]),
    );
  const before = await usedNow();
  const subject = { subjectId: `decree-${before}`, families: 7, amountRupiah: '2800000' };
  expect(
    (await decide('kpa', await mandates.scene.task('closing.ratify', { ...subject, subjectType: 'decree' }))).status,
  ).toBe(200);
  expect(await usedNow()).toBe(before + 7);
  const order = await mandates.scene.task('payment.release', { ...subject, subjectType: 'order' });
  expect((await decide('bendahara', order)).status).toBe(200);
  expect(await usedNow()).toBe(before + 7);
});

test('a decision that uses more than is left is refused whole', async () => {
  const taskId = await mandates.scene.task('closing.ratify', { families: 5000, amountRupiah: '2000000000' });
  expect(await decide('kpa', taskId)).toMatchObject({ status: 409, code: 'MANDATE_CEILING' });
  expect(await mandates.value('select state as id from task where id = $1', [taskId])).toBe('ready');
});

test('a decision is explained beforehand: yes with its mandate, no with every reason and who could', async () => {
  const taskId = await lurahTask();
  expect((await why('lurah.kranji', taskId)).body).toMatchObject({
    allowed: true,
    refusals: [],
    mandateId: mandates.root,
  });
  expect((await why('camat.bekasi-barat', taskId)).body).toMatchObject({
    allowed: false,
    refusals: [{ code: 'ROLE_NOT_PERMITTED', message: expect.stringContaining('Kelurahan Kranji') }],
    offices: expect.arrayContaining([expect.stringContaining('Kranji')]),
  });
  expect(await why('lurah.kranji', taskId, 'sudo')).toMatchObject({ status: 400 });
  expect(await why('lurah.bintara', taskId)).toMatchObject({ status: 404, code: 'TASK_UNKNOWN' });
});

test('a decision is refused while it is frozen, by name and days, and free again once the freeze is ended', async () => {
  const [taskId, today] = [await lurahTask(), mandates.days.from];
  const freeze = {
    name: 'Pemilu 2024',
    reason: 'Masa tenang',
    territoryCode: '32.75',
    actions: ['endorsement.lurah', 'mandate.offer'],
    validFrom: today,
    validTo: today,
  };
  const program = await mandates.scene.person('program');
  expect(await (await mandates.scene.person('dinsos.kepala')).post('/freezes', freeze)).toMatchObject({
    code: 'POWER_MISSING',
  });
  expect(await program.post('/freezes', { ...freeze, validTo: '2000-01-01' })).toMatchObject({
    code: 'FREEZE_DATES',
  });
  expect(await program.post('/freezes', { ...freeze, territoryCode: '3275' })).toMatchObject({
    code: 'TERRITORY_CODE',
  });
  const added = await program.post('/freezes', freeze);
  expect(added.status).toBe(201);

  const notified = await decide('lurah.kranji', taskId);
  expect(notified).toMatchObject({ status: 403, code: 'ACTION_FROZEN' });
  expect(notified.detail).toContain('Pemilu 2024, Masa tenang');
  expect(await mandates.offer()).toMatchObject({ status: 403, code: 'ACTION_FROZEN' });

  const { id } = added.body as { id: string };
  const kpa = await mandates.scene.person('kpa');
  expect(await program.post(`/freezes/${id}/end`)).toMatchObject({ status: 200, body: { state: 'proposed' } });
  expect(await decide('lurah.kranji', taskId)).toMatchObject({ code: 'ACTION_FROZEN' });
  expect(await kpa.post(`/freezes/${id}/end`)).toMatchObject({ status: 200, body: { state: 'ended' } });
  expect(await kpa.post(`/freezes/${id}/end`)).toMatchObject({ status: 200, body: { state: 'over' } });
  expect((await decide('lurah.kranji', taskId)).status).toBe(200);
  const freezes = (await (await mandates.scene.person('lurah.kranji')).get('/freezes')).body;
  expect(freezes).toContainEqual(expect.objectContaining({ id, endedAt: expect.any(String) }));
});

test('the decision of who stands in for the treasurer releases no money', async () => {
  const taskId = await mandates.scene.task('payment.release', { subjectType: 'order' });
  const sql = `update appointment set acting = $1 where role = 'treasurer'`;
  await mandates.scene.sql(sql, ['plt']);
  try {
    expect(await decide('bendahara', taskId)).toMatchObject({ status: 403, code: 'ACTING_MATTER_CLOSED' });
  } finally {
    await mandates.scene.sql(sql, [null]);
  }
  expect((await decide('bendahara', taskId)).status).toBe(200);
});
