import { giveSlice, KECAMATAN } from '../support/factories/mandates.js';
import { rowOf } from '#persistence';
import { aPeriod } from '../support/factories/periods.js';
import { aScene, type Scene } from './support/scene.js';

let scene: Scene;
let root: string;
let camatOffice: string;

beforeAll(async () => {
  scene = await aScene();
  const { manager } = scene.api.database;
  root = await idOf('select id from mandate where period_id = $1', [scene.period.periodId]);
  // The demo's officers act for the demo's offices, so those hold the mandate here.
  await manager.query(
    `update mandate set grantor_office_id = (${officeOf('program')}), grantee_office_id = (${officeOf('dinsos.kepala')})
      where id = $1`,
    [root],
  );
  camatOffice = await idOf(officeOf('camat.bekasi-barat'));
}, 60_000);
afterAll(() => scene.api.stop());

const officeOf = (username: string): string =>
  `select a.office_id as id from appointment a join officer o on o.id = a.officer_id where o.username = '${username}' limit 1`;
const idOf = async (sql: string, parameters: unknown[] = []): Promise<string> =>
  (await rowOf<{ id: string }>(scene.api.database.manager, sql, parameters))?.id ?? '';

const days = async () =>
  rowOf<{ from: string; to: string }>(
    scene.api.database.manager,
    'select programme_today()::text as from, valid_to::text as to from mandate where id = $1',
    [root],
  );
const aBody = async (more: Record<string, unknown> = {}) => ({
  kind: 'mandate',
  granteeOfficeId: camatOffice,
  territoryCode: KECAMATAN,
  powers: ['verification', 'endorsement'],
  ceilingFamilies: 10,
  ceilingRupiah: '4000000',
  validFrom: (await days())?.from,
  validTo: (await days())?.to,
  ...more,
});
const offer = async (more: Record<string, unknown> = {}, username = 'dinsos.kepala', key?: string) =>
  (await scene.person(username)).post(`/mandates/${root}/slices`, await aBody(more), key === undefined ? {} : { key });
const move = async (
  username: string,
  mandateId: string,
  event: string,
  reason: string | undefined = 'Alasan yang cukup',
) => (await scene.person(username)).post(`/mandates/${mandateId}/events`, { event, reason });
const list = async (username: string) =>
  (await (await scene.person(username)).get('/mandates')).body as {
    id: string;
    moves: string[];
    leftFamilies: number;
    mayOffer: boolean;
  }[];
const sliceOf = async (more: Record<string, unknown> = {}): Promise<string> =>
  ((await offer(more)).body as { id: string }).id;
const endAll = () =>
  scene.sql(`update mandate set state = 'revoked' where parent_id is not null and state <> 'revoked'`);

afterEach(endAll);

test('a slice is offered, accepted, suspended, resumed and given back, each by its own side', async () => {
  const id = await sliceOf();
  expect(await list('dinsos.kepala')).toContainEqual(
    expect.objectContaining({ id, moves: ['revoked'], state: 'granted' }),
  );
  for (const [username, event] of [
    ['camat.bekasi-barat', 'accepted'],
    ['dinsos.kepala', 'suspended'],
    ['dinsos.kepala', 'resumed'],
    ['camat.bekasi-barat', 'returned'],
  ] as const) {
    expect(await move(username, id, event)).toMatchObject({ status: 204 });
  }
  const events = (await (await scene.person('camat.bekasi-barat')).get(`/mandates/${id}/events`)).body;
  expect(events).toMatchObject([
    { event: 'granted', families: 10 },
    { event: 'accepted' },
    { event: 'suspended', reason: 'Alasan yang cukup' },
    { event: 'resumed' },
    { event: 'returned', families: 10, amountRupiah: '4000000' },
  ]);
});

test('what is bound by a slice is missing from what is left, and comes back', async () => {
  const leftOf = async () => (await list('dinsos.kepala')).find(({ id }) => id === root)?.leftFamilies;
  const before = (await leftOf()) ?? 0;
  const id = await sliceOf();
  expect(await leftOf()).toBe(before - 10);
  expect((await move('camat.bekasi-barat', id, 'refused')).status).toBe(204);
  expect(await leftOf()).toBe(before);
});

test('the same offer again is the first one; another under the same key is refused', async () => {
  const key = 'offer-once';
  const first = await offer({}, 'dinsos.kepala', key);
  expect(first.status).toBe(201);
  expect((await offer({}, 'dinsos.kepala', key)).body).toEqual(first.body);
  expect(await offer({ ceilingFamilies: 9 }, 'dinsos.kepala', key)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test.each<[string, Record<string, unknown>, string, string]>([
  ['a ceiling above the parent’s', { ceilingFamilies: 5000 }, 'MANDATE_CEILING_ABOVE', 'ceilingFamilies'],
  ['dates outside', { validTo: '2199-12-31' }, 'MANDATE_DATES_OUTSIDE', 'validTo'],
  ['a territory outside', { territoryCode: '32.76' }, 'MANDATE_TERRITORY_OUTSIDE', 'territoryCode'],
  [
    'an office that is none',
    { granteeOfficeId: '4b0d6a1e-2a54-4f6e-9a6e-0d7c3c1d2b11' },
    'OFFICE_UNKNOWN',
    'granteeOfficeId',
  ],
  ['a power the parent lacks', { powers: ['allocation'] }, 'MANDATE_POWER_OUTSIDE', 'powers'],
])('%s is refused with code, field and remedy in both languages', async (_what, more, code, field) => {
  const told = await offer(more);
  expect(told.status).toBeGreaterThanOrEqual(400);
  const { errors } = told.body as { errors: { code: string; field: string; message: string }[] };
  const refusal = errors.find((error) => error.code === code);
  expect(refusal).toMatchObject({ field });
  expect(refusal?.message).not.toContain(code);
  expect(refusal?.message).not.toContain('{{');
});

test('of a suspended parent nothing is given', async () => {
  await move('program', root, 'suspended');
  try {
    expect(await offer()).toMatchObject({ status: 409, code: 'MANDATE_PARENT_NOT_LIVE' });
  } finally {
    expect((await move('program', root, 'resumed')).status).toBe(204);
  }
});

test.each([
  ['the giver accepts for the receiver', 'dinsos.kepala', 'accepted'],
  ['the receiver suspends for the giver', 'camat.bekasi-barat', 'suspended'],
  ['the ministry revokes what the city gave', 'program', 'revoked'],
])('nobody acts for another side: %s', async (_what, username, event) => {
  const id = await sliceOf();
  expect(await move(username, id, event)).toMatchObject({ status: 403, code: 'MANDATE_NOT_YOURS' });
});

test('who does not hold the mandate gives none of it, and who reads elsewhere sees none', async () => {
  expect(await offer({}, 'camat.bekasi-barat')).toMatchObject({ status: 403, code: 'MANDATE_NOT_YOURS' });
  expect(await offer({}, 'dinsos.operator')).toMatchObject({ status: 403, code: 'POWER_MISSING' });
  const elsewhere = await aPeriod(scene.api.database.manager, { cityCode: '32.76' });
  const theirs = await idOf('select id from mandate where period_id = $1', [elsewhere.periodId]);
  expect(await move('dinsos.kepala', theirs, 'returned')).toMatchObject({ status: 404, code: 'MANDATE_UNKNOWN' });
  expect(await list('dinsos.kepala')).not.toContainEqual(expect.objectContaining({ id: theirs }));
});

test('an end needs a reason, and a city answers its mandate in its task', async () => {
  const id = await sliceOf();
  const bare = await (await scene.person('dinsos.kepala')).post(`/mandates/${id}/events`, { event: 'revoked' });
  expect(bare).toMatchObject({ status: 422, code: 'REASON_REQUIRED' });
  expect(await move('dinsos.kepala', root, 'refused')).toMatchObject({ code: 'MANDATE_ANSWERED_IN_TASK' });
});

describe('a decision', () => {
  const APPROVED = { outcome: 'approved', artefactHash: 'hash' };
  const decide = async (username: string, taskId: string) =>
    (await scene.person(username)).post(`/tasks/${taskId}/decide`, APPROVED);
  const why = async (username: string, taskId: string, action = 'decide') =>
    (await scene.person(username)).get(`/why?action=${action}&taskId=${taskId}`);
  const lurahTask = () => scene.task('endorsement.lurah', { subjectType: 'roster' });
  const slice = () => giveSlice(scene.api.database, root, { granteeOfficeId: camatOffice });

  test('names the slice it used; suspended it stops at once, resumed it goes on', async () => {
    const [id, taskId] = [await slice(), await lurahTask()];
    await move('dinsos.kepala', id, 'suspended');
    expect(await decide('lurah.kranji', taskId)).toMatchObject({ status: 403, code: 'MANDATE_NOT_LIVE' });
    await move('dinsos.kepala', id, 'resumed');
    expect((await decide('lurah.kranji', taskId)).status).toBe(200);
    expect(await idOf('select mandate_id as id from task_decision where task_id = $1', [taskId])).toBe(id);
  });

  test('after the slice was revoked is the grantor’s, who finds the task in the inbox', async () => {
    const [id, taskId] = [await slice(), await lurahTask()];
    await move('dinsos.kepala', id, 'revoked');
    expect(await decide('lurah.kranji', taskId)).toMatchObject({ status: 403, code: 'ROLE_NOT_PERMITTED' });
    const inbox = (await (await scene.person('dinsos.kepala')).get('/tasks?view=pool&limit=500')).body;
    expect((inbox as { rows: { id: string }[] }).rows.map((row) => row.id)).toContain(taskId);
    expect((await decide('dinsos.kepala', taskId)).status).toBe(200);
  });

  test('that uses quota draws on the ceiling once, for decree and payment together', async () => {
    const usedNow = async () =>
      Number(await idOf('select used_families as id from mandate_balance where mandate_id = $1', [root]));
    const before = await usedNow();
    const subject = { subjectId: `decree-${before}`, families: 7, amountRupiah: '2800000' };
    expect(
      (await decide('kpa', await scene.task('closing.ratify', { ...subject, subjectType: 'decree' }))).status,
    ).toBe(200);
    expect(await usedNow()).toBe(before + 7);
    const order = await scene.task('payment.release', { ...subject, subjectType: 'order' });
    expect((await decide('bendahara', order)).status).toBe(200);
    expect(await usedNow()).toBe(before + 7);
  });

  test('that uses more than is left is refused whole', async () => {
    const taskId = await scene.task('closing.ratify', { families: 5000, amountRupiah: '2000000000' });
    expect(await decide('kpa', taskId)).toMatchObject({ status: 409, code: 'MANDATE_CEILING' });
    expect(await idOf('select state as id from task where id = $1', [taskId])).toBe('ready');
  });

  test('is explained beforehand: yes with its mandate, no with every reason and who could', async () => {
    const taskId = await lurahTask();
    expect((await why('lurah.kranji', taskId)).body).toMatchObject({ allowed: true, refusals: [], mandateId: root });
    expect((await why('camat.bekasi-barat', taskId)).body).toMatchObject({
      allowed: false,
      refusals: [{ code: 'ROLE_NOT_PERMITTED', message: expect.stringContaining('Kelurahan Kranji') }],
      offices: expect.arrayContaining([expect.stringContaining('Kranji')]),
    });
    expect(await why('lurah.kranji', taskId, 'sudo')).toMatchObject({ status: 400 });
    expect(await why('lurah.bintara', taskId)).toMatchObject({ status: 404, code: 'TASK_UNKNOWN' });
  });

  test('is refused while it is frozen, by name and days, and free again once the freeze is ended', async () => {
    const [taskId, today] = [await lurahTask(), (await days())?.from];
    const freeze = {
      name: 'Pemilu 2024',
      reason: 'Masa tenang',
      territoryCode: '32.75',
      actions: ['endorsement.lurah', 'mandate.offer'],
      validFrom: today,
      validTo: today,
    };
    const program = await scene.person('program');
    expect(await (await scene.person('dinsos.kepala')).post('/freezes', freeze)).toMatchObject({
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

    const told = await decide('lurah.kranji', taskId);
    expect(told).toMatchObject({ status: 403, code: 'ACTION_FROZEN' });
    expect(told.detail).toContain('Pemilu 2024, Masa tenang');
    expect(await offer()).toMatchObject({ status: 403, code: 'ACTION_FROZEN' });

    const { id } = added.body as { id: string };
    expect((await program.post(`/freezes/${id}/end`)).status).toBe(204);
    expect((await program.post(`/freezes/${id}/end`)).status).toBe(204);
    expect((await decide('lurah.kranji', taskId)).status).toBe(200);
    const freezes = (await (await scene.person('lurah.kranji')).get('/freezes')).body;
    expect(freezes).toContainEqual(expect.objectContaining({ id, endedAt: expect.any(String) }));
  });

  test('of who stands in for the treasurer releases no money', async () => {
    const taskId = await scene.task('payment.release', { subjectType: 'order' });
    const sql = `update appointment set acting = $1 where role = 'treasurer'`;
    await scene.sql(sql, ['plt']);
    try {
      expect(await decide('bendahara', taskId)).toMatchObject({ status: 403, code: 'ACTING_MATTER_CLOSED' });
    } finally {
      await scene.sql(sql, [null]);
    }
    expect((await decide('bendahara', taskId)).status).toBe(200);
  });
});
