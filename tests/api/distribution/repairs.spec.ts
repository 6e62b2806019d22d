import { type PersonalData, PersonVault, rowsOf } from '#persistence';
import type { Person } from '../../support/factories/api-client.js';
import { aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let vault: PersonVault;
beforeAll(async () => {
  scene = await aScene();
  const keyOf = (name: string): Buffer => Buffer.from(process.env[name] ?? '', 'base64');
  vault = new PersonVault({ dataKey: keyOf('AMANAH_DATA_KEY'), indexKey: keyOf('AMANAH_INDEX_KEY') });
}, 60_000);
afterAll(() => scene.api.stop());

const ACCOUNTS = ['0011223344', '0011223355', '0011223366'] as const;
const explanation = 'Surat BNI 12 April 2023';

/** An order of three of which the bank refused two, the first because its account is closed, and the task to repair them. */
async function aRepair() {
  const made = await anOrder(scene.api.database, 3);
  const ids = await rowsOf<{ id: string; rowId: string }>(
    scene.api.database.manager,
    'select id, roster_row_id as "rowId" from entitlement where order_id = $1 order by id',
    [made.order.id],
  );
  await scene.sql('alter table entitlement disable trigger decreed_stays');
  for (const [index, { id, rowId }] of ids.entries()) {
    const accountNumber = ACCOUNTS[index] ?? '';
    const sealed = vault.seal({ fullName: 'Siti Contoh', nik: '3275024101800001', accountNumber } as PersonalData);
    await scene.sql('update roster_row set sealed = $2 where id = $1', [rowId, sealed]);
    await scene.sql('update entitlement set account_hash = $2 where id = $1', [id, vault.indexOf(accountNumber)]);
  }
  await scene.sql('alter table entitlement enable trigger decreed_stays');
  const [first = '', second = '', third = ''] = await instructionsOf(scene.api.database, made.order.id);
  const lines = [aLine(first, 'failed'), aLine(second, 'failed', { reason: 'AC06' }), aLine(third)];
  await applyFile(scene.api.database, made.order, 'status', lines);
  const orderId = made.order.id;
  const about = {
    subjectType: 'order',
    subjectId: orderId,
    chainKey: `repair:${orderId}:1`,
    periodId: made.periodId,
  } as const;
  const taskId = await scene.task('payment.repair', about);
  const [closed = '', blocked = ''] = ids.map(({ id }) => id);
  return { orderId, taskId, closed, blocked };
}

const codeOf = ({ body }: { readonly body: unknown }): unknown => (body as { code?: unknown }).code;

test('the city sees what failed and what may be done about it, and nobody sees an account', async () => {
  const { orderId, closed, blocked } = await aRepair();
  const operator = await scene.person('dinsos.operator');
  const { status, body } = await operator.get(`/orders/${orderId}/failed-payments`);
  expect(status).toBe(200);
  expect((body as { rows: unknown[] }).rows).toEqual([
    expect.objectContaining({ id: closed, reason: 'AC04', actions: ['new_account', 'give_up'], action: null }),
    expect.objectContaining({ id: blocked, reason: 'AC06', actions: ['send_again', 'new_account', 'give_up'] }),
  ]);
  expect(JSON.stringify(body)).not.toMatch(/00112233/);
  expect((await (await scene.person('operator.kranji')).get(`/orders/${orderId}/failed-payments`)).status).toBe(403);
});

test.each([
  ['send_again', undefined, 'REPAIR_ACTION'],
  ['by_post', undefined, 'REPAIR_NO_POST'],
  ['new_account', undefined, 'REPAIR_ACCOUNT'],
  ['new_account', '12345', 'REPAIR_ACCOUNT'],
  ['new_account', 'DROP TABLE', 'REPAIR_ACCOUNT'],
  ['new_account', ACCOUNTS[0], 'REPAIR_ACCOUNT_SAME'],
  ['new_account', ACCOUNTS[2], 'REPAIR_ACCOUNT_SHARED'],
] as const)('%s with account %s for a closed account is refused: %s', async (action, accountNumber, code) => {
  const { orderId, taskId, closed } = await aRepair();
  const operator = await scene.person('dinsos.operator');
  const one = { entitlementId: closed, action, explanation, ...(accountNumber === undefined ? {} : { accountNumber }) };
  const refused = await operator.post(`/tasks/${taskId}/repairs`, { repairs: [one] });
  expect(codeOf(refused)).toBe(code);
  expect(refused.status).toBe(422);
  const { body } = await operator.get(`/orders/${orderId}/failed-payments`);
  expect((body as { rows: { action: unknown }[] }).rows.map(({ action }) => action)).toEqual([null, null]);
});

async function repairAll(operator: Person, taskId: string, closed: string): Promise<string> {
  const repairs = [{ entitlementId: closed, action: 'new_account', accountNumber: '9988776655', explanation }];
  const alike = { reason: 'AC06', action: 'send_again', explanation };
  const { status, body } = await operator.post(`/tasks/${taskId}/repairs`, { repairs, alike });
  expect(status).toBe(200);
  expect(body).toMatchObject({ changed: 2 });
  return (body as { artefactHash: string }).artefactHash;
}

test('the round is decided when every failure has something, over what stands then', async () => {
  const { orderId, taskId, closed } = await aRepair();
  const operator = await scene.person('dinsos.operator');
  const artefactHash = await repairAll(operator, taskId, closed);
  const { body } = await operator.get(`/orders/${orderId}/failed-payments`);
  expect(JSON.stringify(body)).not.toContain('9988776655');

  expect(codeOf(await operator.post(`/tasks/${taskId}/decide`, { outcome: 'approved', artefactHash: 'old' }))).toBe(
    'ARTEFACT_CHANGED',
  );
  const decided = await operator.post(`/tasks/${taskId}/decide`, { outcome: 'approved', artefactHash });
  expect(decided.status).toBe(200);
  const again = await operator.post(`/tasks/${taskId}/repairs`, {
    repairs: [],
    alike: { reason: null, action: 'give_up', explanation },
  });
  expect(again.status).toBe(409);
});

test('with one left open it is not decided', async () => {
  const { taskId, blocked } = await aRepair();
  const operator = await scene.person('dinsos.operator');
  const repairs = [{ entitlementId: blocked, action: 'give_up', explanation }];
  const { body } = await operator.post(`/tasks/${taskId}/repairs`, { repairs });
  const { artefactHash } = body as { artefactHash: string };
  const refused = await operator.post(`/tasks/${taskId}/decide`, { outcome: 'approved', artefactHash });
  expect(refused.status).toBe(422);
  expect(codeOf(refused)).toBe('REPAIR_UNDECIDED');
});

test('neither the treasurer nor somebody of a kelurahan puts anything down, and an unknown payment is not found', async () => {
  const { taskId, closed } = await aRepair();
  const repairs = [{ entitlementId: closed, action: 'give_up', explanation }];
  for (const username of ['bendahara', 'operator.kranji', 'ppk']) {
    expect(
      (await (await scene.person(username)).post(`/tasks/${taskId}/repairs`, { repairs })).status,
    ).toBeGreaterThanOrEqual(400);
  }
  const operator = await scene.person('dinsos.operator');
  const unknown = await operator.post(`/tasks/${taskId}/repairs`, {
    repairs: [{ ...repairs[0], entitlementId: '999999999' }],
  });
  expect(unknown.status).toBe(404);
  expect(codeOf(unknown)).toBe('FAILED_PAYMENT_UNKNOWN');
});

test('what is put down twice under one key is put down once', async () => {
  const { taskId, closed } = await aRepair();
  const operator = await scene.person('dinsos.operator');
  const repairs = [{ entitlementId: closed, action: 'give_up', explanation }];
  const key = crypto.randomUUID();
  const first = await operator.post(`/tasks/${taskId}/repairs`, { repairs }, { key });
  expect(await operator.post(`/tasks/${taskId}/repairs`, { repairs }, { key })).toMatchObject({ body: first.body });
});
