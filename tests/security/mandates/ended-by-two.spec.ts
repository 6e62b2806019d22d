import type { Told } from '../../support/factories/api-client.js';
import { aScene, type Scene } from '../../api/support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const post = async (who: string, path: string, body?: unknown): Promise<Told> =>
  (await scene.person(who)).post(path, body);
const stateOf = ({ body }: Told) => (body as { state?: string }).state;
let territories = 0;

const FREEZE = {
  path: '/freezes',
  table: 'freeze_period',
  owner: 'program',
  other: 'kpa',
  add: (territoryCode: string) => ({
    ...{ name: 'Pemilu 2024', reason: 'Masa tenang', territoryCode, actions: ['closing.ratify'] },
    ...{ validFrom: '2023-03-06', validTo: '2023-12-31' },
  }),
};
const POLICY = {
  path: '/approval-policies',
  table: 'approval_policy',
  owner: 'kpa',
  other: 'program',
  add: (territoryCode: string) => ({
    ...{ kind: 'closing.ratify', territoryCode, seenVersion: 0 },
    bands: [{ fromRupiah: '0', groups: [{ role: 'kpa', mode: 'any' }] }],
  }),
};

describe.each([
  ['a freeze', FREEZE],
  ['an approval policy', POLICY],
])('%s', (_what, { path, table, owner, other, add }) => {
  /** In a province of its own, so that none meets another. */
  const begun = async (): Promise<string> => {
    territories += 1;
    const added = await post(owner, path, add(String(30 + territories)));
    expect(added.status).toBe(201);
    return (added.body as { id: string }).id;
  };
  const endedAt = async (id: string) =>
    (
      await scene.api.database.query<{ at: Date | null }[]>(`select ended_at as at from ${table} where id = $1`, [id])
    )[0]?.at;

  test('is not ended by who began it, however often they try, also all at once', async () => {
    const id = await begun();
    const tries = await Promise.all(Array.from({ length: 8 }, () => post(owner, `${path}/${id}/end`)));
    expect(tries.filter(({ status }) => status === 200).map(stateOf)).toEqual(['proposed']);
    const refused = tries.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(7);
    for (const { status, code } of refused) expect([status, code]).toEqual([403, 'END_SECOND_OFFICER']);
    expect(await endedAt(id)).toBeNull();
  });

  test('nor by anybody else alone: the second word must be another officer’s', async () => {
    const id = await begun();
    expect(stateOf(await post(other, `${path}/${id}/end`))).toBe('proposed');
    expect(await post(other, `${path}/${id}/end`)).toMatchObject({ status: 403, code: 'END_SECOND_OFFICER' });
    expect(await endedAt(id)).toBeNull();
    expect(stateOf(await post(owner, `${path}/${id}/end`))).toBe('ended');
    expect(await endedAt(id)).not.toBeNull();
  });

  test('a proposal that nobody followed for a week is none any more', async () => {
    const id = await begun();
    await post(owner, `${path}/${id}/end`);
    await scene.sql(`update ${table} set end_proposed_at = end_proposed_at - interval '8 days' where id = $1`, [id]);
    expect(stateOf(await post(other, `${path}/${id}/end`))).toBe('proposed');
    expect(await endedAt(id)).toBeNull();
  });

  test('both words are in the trail, each with its officer', async () => {
    const id = await begun();
    for (const who of [owner, other]) await post(who, `${path}/${id}/end`);
    const rows = await scene.api.database.query<{ username: string; action: string }[]>(
      `select o.username, a.action from audit_entry a join officer o on o.id = a.officer_id
        where a.subject_id = $1 and a.action like '%end%' order by a.id`,
      [id],
    );
    const room = table === 'freeze_period' ? 'freeze' : table;
    expect(rows).toEqual([
      { username: owner, action: `${room}.end-proposed` },
      { username: other, action: `${room}.ended` },
    ]);
  });

  test('the database itself ends nothing on one officer’s word', async () => {
    const id = await begun();
    const byOne = `update ${table} set ended_at = now(), ended_by = created_by where id = $1`;
    await expect(scene.api.database.query(byOne, [id])).rejects.toThrow(`${table}_ended_by_two`);
    await post(owner, `${path}/${id}/end`);
    await expect(scene.api.database.query(byOne, [id])).rejects.toThrow(`${table}_ended_by_two`);
  });

  test('others may not propose it', async () => {
    const id = await begun();
    for (const who of ['ppk', 'bendahara', 'walikota', 'auditor']) {
      expect((await post(who, `${path}/${id}/end`)).status).toBe(403);
    }
  });
});

test('a policy is not emptied by a weaker version in its place, unless another officer has spoken for its end', async () => {
  const added = await post('kpa', POLICY.path, POLICY.add('ID'));
  const { id } = added.body as { id: string };
  const weaker = { ...POLICY.add('ID'), seenVersion: 1 };
  expect(await post('kpa', POLICY.path, weaker)).toMatchObject({ status: 403, code: 'APPROVAL_POLICY_SECOND' });
  await post('kpa', `${POLICY.path}/${id}/end`);
  expect(await post('kpa', POLICY.path, weaker)).toMatchObject({ status: 403, code: 'APPROVAL_POLICY_SECOND' });
  await post('program', `${POLICY.path}/${id}/end`);
  const again = await post('kpa', POLICY.path, POLICY.add('ID'));
  expect(again).toMatchObject({ status: 201, body: { version: 2 } });
});
