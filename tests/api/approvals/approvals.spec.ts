import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

interface Policies {
  readonly policies: readonly { readonly id: string; readonly kind: string; readonly version: number }[];
  readonly kinds: readonly { readonly kind: string; readonly role: string }[];
  readonly mayWrite: boolean;
}

const ANY_KPA = [{ fromRupiah: '0', groups: [{ role: 'kpa', mode: 'any' }] }];
const aPolicy = (more: Record<string, unknown> = {}) => ({
  kind: 'closing.ratify',
  territoryCode: 'ID',
  seenVersion: 0,
  bands: ANY_KPA,
  ...more,
});
const save = async (more: Record<string, unknown> = {}, who = 'kpa') =>
  (await scene.person(who)).post('/approval-policies', aPolicy(more));
const list = async (who = 'kpa') => (await (await scene.person(who)).get('/approval-policies')).body as Policies;

test('the KPA puts a policy in force, replaces what was seen, and ends it; others read', async () => {
  const first = await save();
  expect(first).toMatchObject({ status: 201, body: { version: 1, kind: 'closing.ratify' } });
  expect(await save()).toMatchObject({ status: 409, code: 'APPROVAL_POLICY_CHANGED' });
  const program = await scene.person('program');
  const { id: firstId } = first.body as { id: string };
  expect(await save({ seenVersion: 1 })).toMatchObject({ status: 403, code: 'APPROVAL_POLICY_SECOND' });
  expect(await program.post(`/approval-policies/${firstId}/end`)).toMatchObject({ body: { state: 'proposed' } });
  const second = await save({ seenVersion: 1, observers: ['auditor'] });
  expect(second).toMatchObject({ status: 201, body: { version: 2 } });
  expect(await list('dinsos.kepala')).toMatchObject({ mayWrite: false, policies: [{ version: 2 }] });
  const kpa = await scene.person('kpa');
  const { id } = second.body as { id: string };
  expect(await kpa.post(`/approval-policies/${id}/end`)).toMatchObject({ status: 200, body: { state: 'proposed' } });
  expect((await list()).policies).toHaveLength(1);
  expect(await program.post(`/approval-policies/${id}/end`)).toMatchObject({ status: 200, body: { state: 'ended' } });
  expect(await kpa.post(`/approval-policies/${id}/end`)).toMatchObject({ status: 200, body: { state: 'over' } });
  expect((await list()).policies).toEqual([]);
  expect(await save()).toMatchObject({ status: 201, body: { version: 3 } });
});

test('more approvals than there are officers are refused with the field, the figures and what to do', async () => {
  const groups = [
    { role: 'kpa', mode: 'count', value: 5 },
    { role: 'treasurer', mode: 'any' },
  ];
  const refused = await save({ kind: 'allocation.approve', bands: [{ fromRupiah: '0', groups }] });
  expect(refused).toMatchObject({
    status: 422,
    code: 'APPROVAL_POOL_TOO_SMALL',
    body: { errors: [{ field: 'bands.0.groups.0.value', message: expect.stringContaining('5') }] },
  });
});

test.each([
  ['a kind that has none', { kind: 'follow-up.decide' }, 400],
  ['an unknown territory', { territoryCode: '99.xx' }, 422],
  ['no band', { bands: [] }, 400],
  ['an amount below zero', { bands: [{ ...ANY_KPA[0], fromRupiah: '-1' }] }, 400],
  ['a field nobody knows', { colour: 'red' }, 400],
])('refused: %s', async (_what, more, status) => {
  expect((await save({ kind: 'allocation.approve', ...more })).status).toBe(status);
});

test('who may not write policies may not', async () => {
  expect(await save({}, 'program')).toMatchObject({ status: 403, code: 'POWER_MISSING' });
});

test('the page of a task says whose approval is awaited', async () => {
  const taskId = await scene.task('closing.ratify', { subjectType: 'decree' });
  const page = (await (await scene.person('kpa')).get(`/tasks/${taskId}`)).body;
  expect(page).toMatchObject({ approvals: [] });
});
