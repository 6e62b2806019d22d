import { rowOf } from '#persistence';
import { giveSlice } from '../../support/factories/mandates.js';
import { MandateScene } from '../support/mandate-scene.js';

let mandates: MandateScene;
beforeAll(async () => {
  mandates = await MandateScene.open();
}, 60_000);
afterAll(() => mandates.scene.api.stop());

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const renew = async (username: string, id: string, validTo: string) =>
  (await mandates.scene.person(username)).post(`/mandates/${id}/renewal`, {
    validTo,
    reason: 'The distribution takes longer',
  });
const stateOf = (id: string) =>
  rowOf<{ state: string; validTo: string }>(
    mandates.scene.api.database.manager,
    'select state, valid_to::text as "validTo" from mandate where id = $1',
    [id],
  );
const responsibleRoleOf = (taskId: string) => mandates.value('select role as id from task where id = $1', [taskId]);

test('the giver extends a mandate in force, the receiver cannot, and not to an earlier day', async () => {
  const until = (await stateOf(mandates.root))?.validTo ?? '';
  const later = addDays(until, 30);
  expect(await renew('dinsos.kepala', mandates.root, later)).toMatchObject({ status: 403, code: 'MANDATE_NOT_YOURS' });
  expect(await renew('program', mandates.root, until)).toMatchObject({
    status: 422,
    code: 'MANDATE_NOT_LONGER',
    body: { errors: [{ field: 'validTo' }] },
  });
  expect((await renew('program', mandates.root, later)).status).toBe(204);
  expect(await stateOf(mandates.root)).toEqual({ state: 'accepted', validTo: later });
});

test('a slice is extended within its parent only, and one that has ended is offered anew', async () => {
  const slice = await giveSlice(mandates.scene.api.database, mandates.root, { granteeOfficeId: mandates.camatOffice });
  const last = (await stateOf(slice))?.validTo ?? '';
  expect(
    (await renew('program', mandates.root, addDays((await stateOf(mandates.root))?.validTo ?? '', 5))).status,
  ).toBe(204);
  const rootsLast = (await stateOf(mandates.root))?.validTo ?? '';
  expect(rootsLast > last).toBe(true);
  expect(await renew('dinsos.kepala', slice, addDays(rootsLast, 1))).toMatchObject({ code: 'MANDATE_DATES_OUTSIDE' });
  expect((await renew('dinsos.kepala', slice, rootsLast)).status).toBe(204);
  await mandates.move('dinsos.kepala', slice, 'revoked');
  expect(await renew('dinsos.kepala', slice, rootsLast)).toMatchObject({ code: 'MANDATE_OFFER_ANEW' });
});

test('a city’s mandate that was revoked is given anew: once accepted, what came back goes down again', async () => {
  const taskId = await mandates.scene.task('endorsement.lurah', { subjectType: 'roster' });
  const lurah = await mandates.scene.person('lurah.kranji');
  const decide = () => lurah.post(`/tasks/${taskId}/decide`, { outcome: 'approved', artefactHash: 'hash' });
  await mandates.move('program', mandates.root, 'revoked');
  expect(await responsibleRoleOf(taskId)).toBe('programme_officer');
  expect(
    (await renew('program', mandates.root, addDays((await stateOf(mandates.root))?.validTo ?? '', 60))).status,
  ).toBe(204);
  expect(await stateOf(mandates.root)).toMatchObject({ state: 'granted' });
  expect((await decide()).status).toBe(403);
  await mandates.move('dinsos.kepala', mandates.root, 'accepted');
  expect(await responsibleRoleOf(taskId)).toBe('lurah');
  expect((await decide()).status).toBe(200);
});
