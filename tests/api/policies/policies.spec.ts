import type { Person } from '../../support/factories/api-client.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let officer: Person;
let kpa: Person;
beforeAll(async () => {
  scene = await aScene();
  officer = await scene.person('program');
  kpa = await scene.person('kpa');
}, 60_000);
afterAll(() => scene.api.stop());

interface Listed {
  readonly today: string;
  readonly rules: readonly { key: string; value: unknown; next: unknown; shape: unknown }[];
  readonly changes: readonly { id: string; isOwnProposal: boolean; state: string }[];
}

const rules = async (person = officer): Promise<Listed> => (await person.get('/policies')).body as Listed;
const change = async (more: Record<string, unknown> = {}) => ({
  ...{ programme: 'sembako', key: 'benefit.rupiah_per_month', value: '250000', effectiveFrom: (await rules()).today },
  ...{ source: 'Kepdirjen 7/2023', verified: true, ...more },
});

test('a change is proposed, seen by its proposer as their own, confirmed by the KPA, and read by the cities', async () => {
  const proposed = await officer.post('/policies/changes', await change(), { key: 'benefit' });
  expect(proposed.status).toBe(201);
  expect(await officer.post('/policies/changes', await change(), { key: 'benefit' })).toEqual(proposed);
  const { id } = proposed.body as { id: string };
  const isOwn = async (person: Person) => (await rules(person)).changes.find((one) => one.id === id)?.isOwnProposal;
  expect([await isOwn(officer), await isOwn(kpa)]).toEqual([true, false]);
  const { body: notices } = await kpa.get('/notifications');
  expect(JSON.stringify(notices)).toContain('policy.proposed');
  expect((await kpa.post(`/policies/changes/${id}/confirm`)).status).toBe(204);
  const mayor = await scene.person('walikota');
  expect((await rules(mayor)).rules).toContainEqual(
    expect.objectContaining({ key: 'benefit.rupiah_per_month', value: 250_000, next: null }),
  );
  expect(JSON.stringify((await officer.get('/notifications')).body)).toContain('policy.decided');
});

test.each([
  ['benefit.rupiah_per_month', '0', 'POLICY_VALUE'],
  ['return.window', 'next year', 'POLICY_VALUE'],
  ['number.spm', 'SPM', 'POLICY_VALUE'],
  ['no.such', '1', 'POLICY_UNKNOWN'],
])('%s = %s is refused in words, by its field', async (key, value, code) => {
  const refused = await officer.post('/policies/changes', await change({ key, value }));
  expect(refused).toMatchObject({ status: code === 'POLICY_UNKNOWN' ? 404 : 422, code });
  expect(refused.detail).not.toBe('');
});

test.each([{ value: '' }, { source: 'x' }, { effectiveFrom: '2023-02-30' }, { more: 1 }])(
  '%j is a wrong request',
  async (more) => {
    expect((await officer.post('/policies/changes', await change(more))).status).toBe(400);
  },
);

test('who may not propose, confirm or read is refused', async () => {
  const treasurer = await scene.person('bendahara');
  expect((await treasurer.post('/policies/changes', await change())).status).toBe(403);
  const { body } = await officer.post('/policies/changes', await change({ key: 'due_days.visit', value: '21' }));
  const { id } = body as { id: string };
  for (const act of ['confirm', 'refuse']) {
    expect((await officer.post(`/policies/changes/${id}/${act}`, { reason: 'because' })).status).toBe(403);
  }
  expect((await (await scene.person('tksk.bekasi-barat')).get('/policies')).status).toBe(403);
  expect((await kpa.post(`/policies/changes/${id}/refuse`, { reason: 'the letter is older' })).status).toBe(204);
  expect((await officer.post(`/policies/changes/${id}/withdraw`)).code).toBe('POLICY_CHANGE_DECIDED');
});
