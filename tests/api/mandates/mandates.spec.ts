import { aPeriod } from '../../support/factories/periods.js';
import { MandateScene } from '../support/mandate-scene.js';

let mandates: MandateScene;
beforeAll(async () => {
  mandates = await MandateScene.open();
}, 60_000);
afterEach(() => mandates.endSlices());
afterAll(() => mandates.scene.api.stop());

test('a slice is offered, accepted, suspended, resumed and given back, each by its own side', async () => {
  const id = await mandates.slice();
  expect(await mandates.list('dinsos.kepala')).toContainEqual(
    expect.objectContaining({ id, moves: ['revoked'], state: 'granted' }),
  );
  for (const [username, event] of [
    ['camat.bekasi-barat', 'accepted'],
    ['dinsos.kepala', 'suspended'],
    ['dinsos.kepala', 'resumed'],
    ['camat.bekasi-barat', 'returned'],
  ] as const) {
    expect(await mandates.move(username, id, event)).toMatchObject({ status: 204 });
  }
  const events = (await (await mandates.scene.person('camat.bekasi-barat')).get(`/mandates/${id}/events`)).body;
  expect(events).toMatchObject([
    { event: 'granted', families: 10 },
    { event: 'accepted' },
    { event: 'suspended', reason: 'Alasan yang cukup' },
    { event: 'resumed' },
    { event: 'returned', families: 10, amountRupiah: '4000000' },
  ]);
});

test('what is bound by a slice is missing from what is left, and comes back', async () => {
  const leftOf = async () =>
    (await mandates.list('dinsos.kepala')).find(({ id }) => id === mandates.root)?.leftFamilies;
  const before = (await leftOf()) ?? 0;
  const id = await mandates.slice();
  expect(await leftOf()).toBe(before - 10);
  expect((await mandates.move('camat.bekasi-barat', id, 'refused')).status).toBe(204);
  expect(await leftOf()).toBe(before);
});

test('the same offer again is the first one; another under the same key is refused', async () => {
  const key = 'offer-once';
  const first = await mandates.offer({}, 'dinsos.kepala', key);
  expect(first.status).toBe(201);
  expect((await mandates.offer({}, 'dinsos.kepala', key)).body).toEqual(first.body);
  expect(await mandates.offer({ ceilingFamilies: 9 }, 'dinsos.kepala', key)).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
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
  const notified = await mandates.offer(more);
  expect(notified.status).toBeGreaterThanOrEqual(400);
  const { errors } = notified.body as { errors: { code: string; field: string; message: string }[] };
  const refusal = errors.find((error) => error.code === code);
  expect(refusal).toMatchObject({ field });
  expect(refusal?.message).not.toContain(code);
  expect(refusal?.message).not.toContain('{{');
});

test('of a suspended parent nothing is given', async () => {
  await mandates.move('program', mandates.root, 'suspended');
  try {
    const notified = await mandates.offer();
    expect(notified).toMatchObject({ status: 409, code: 'MANDATE_PARENT_NOT_LIVE' });
    expect(notified.detail).toContain('(Ditangguhkan)');
  } finally {
    expect((await mandates.move('program', mandates.root, 'resumed')).status).toBe(204);
  }
});

test.each([
  ['the giver accepts for the receiver', 'dinsos.kepala', 'accepted'],
  ['the receiver suspends for the giver', 'camat.bekasi-barat', 'suspended'],
  ['the ministry revokes what the city gave', 'program', 'revoked'],
])('nobody acts for another side: %s', async (_what, username, event) => {
  const id = await mandates.slice();
  expect(await mandates.move(username, id, event)).toMatchObject({ status: 403, code: 'MANDATE_NOT_YOURS' });
});

test('who does not hold the mandate gives none of it, and who reads elsewhere sees none', async () => {
  expect(await mandates.offer({}, 'camat.bekasi-barat')).toMatchObject({ status: 403, code: 'MANDATE_NOT_YOURS' });
  expect(await mandates.offer({}, 'dinsos.operator')).toMatchObject({ status: 403, code: 'POWER_MISSING' });
  const elsewhere = await aPeriod(mandates.scene.api.database.manager, { cityCode: '32.76' });
  const theirs = await mandates.value('select id from mandate where period_id = $1', [elsewhere.periodId]);
  expect(await mandates.move('dinsos.kepala', theirs, 'returned')).toMatchObject({
    status: 404,
    code: 'MANDATE_UNKNOWN',
  });
  expect(await mandates.list('dinsos.kepala')).not.toContainEqual(expect.objectContaining({ id: theirs }));
});

test('an end needs a reason, and a city answers its mandate in its task', async () => {
  const id = await mandates.slice();
  const bare = await (
    await mandates.scene.person('dinsos.kepala')
  ).post(`/mandates/${id}/events`, { event: 'revoked' });
  expect(bare).toMatchObject({ status: 422, code: 'REASON_REQUIRED' });
  expect(await mandates.move('dinsos.kepala', mandates.root, 'refused')).toMatchObject({
    code: 'MANDATE_ANSWERED_IN_TASK',
  });
});
