import { inTransaction, PaymentOrderRepository } from '#persistence';
import { aLine, anOrder, applyFile, instructionsOf, type MadeOrder } from '../../support/factories/orders.js';
import { wholeList } from '../support/whole-list.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let made: MadeOrder;
beforeAll(async () => {
  scene = await aScene();
  made = await anOrder(scene.api.database, 5);
  const [first = '', second = '', third = '', fourth = ''] = await instructionsOf(scene.api.database, made.order.id);
  await inTransaction(scene.api.database, (manager) =>
    new PaymentOrderRepository(manager).markSent(made.order.id, 'sha-of-order'),
  );
  const lines = [aLine(first, 'credited', { amountRupiah: '350000' }), aLine(second, 'failed'), aLine('NOT-OURS')];
  await applyFile(scene.api.database, made.order, 'status', [...lines, aLine(third), aLine(fourth)]);
}, 60_000);
afterAll(() => scene.api.stop());

interface Listed {
  readonly rows: readonly Record<string, unknown>[];
  readonly next: string | null;
}

async function list(path: string): Promise<Listed> {
  const { status, body } = await (await scene.person('ppk')).get(`/periods/${made.periodId}/${path}`);
  expect(status).toBe(200);
  return body as Listed;
}

async function refusal(path: string): Promise<{ status: number; code: string | undefined }> {
  const { status, code } = await (await scene.person('ppk')).get(`/periods/${made.periodId}/${path}`);
  return { status, code };
}

const sheetOf = async (path: string, username = 'ppk'): Promise<string[][]> =>
  (await wholeList(scene, `/periods/${made.periodId}/${path}`, username)).map((row) =>
    row.map((value) => JSON.stringify(value)),
  );

test('an order is listed with what its bank has said and left open, and is found by its numbers and its city', async () => {
  const { rows } = await list('orders');
  expect(rows).toEqual([
    expect.objectContaining({ id: made.order.id, state: 'sent', families: 5, isReissue: false, attempt: 1 }),
  ]);
  const [row = {}] = rows;
  expect(Date.parse(String(row['answeredAt']))).not.toBeNaN();
  expect(row['openBreaks']).toBe((await list('breaks?state=open')).rows.length);
  for (const text of [made.order.messageId.slice(4, 16).toLowerCase(), 'bekasi']) {
    expect((await list(`orders?text=${text}`)).rows).toHaveLength(1);
  }
  for (const filter of ['text=no-such-number', 'text=%25', 'states=settled,refused']) {
    expect((await list(`orders?${filter}`)).rows).toEqual([]);
  }
  expect((await list('orders?states=sent&sort=amount')).rows).toHaveLength(1);
});

test('breaks are found by number, family, payment and type, and come by deadline where that is wanted', async () => {
  const { rows } = await list('breaks');
  const types = rows.map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['amount_mismatch', 'unmatched_external']));
  const changed = rows.find(({ type }) => type === 'amount_mismatch') ?? {};
  for (const text of [`B-${String(changed['id'])}`, String(changed['kpmCode']), String(changed['endToEndId'])]) {
    const found = await list(`breaks?text=${text.toLowerCase()}`);
    expect(found.rows.map(({ id }) => id)).toContain(changed['id']);
  }
  expect((await list('breaks?type=amount_mismatch')).rows.map(({ id }) => id)).toEqual([changed['id']]);
  const due = (await list('breaks?sort=due')).rows.map(({ dueOn }) => String(dueOn));
  expect(due).toEqual(due.toSorted());
});

test.each(['orders?sort=place', 'orders?sort=amount', 'breaks?sort=number', 'breaks?sort=due', 'entitlements?'])(
  'pages of %s hold each row once',
  async (path) => {
    const whole = (await list(path)).rows.map(({ id }) => id);
    const seen: unknown[] = [];
    for (let cursor = ''; ;) {
      const { rows, next } = await list(`${path}&limit=1${cursor}`);
      seen.push(...rows.map(({ id }) => id));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen).toEqual(whole);
  },
);

test.each([
  ['orders?sort=amount', { key: '32.75', id: '00000000-0000-4000-8000-000000000000' }],
  ['orders?sort=place', { key: '32.75' }],
  ['breaks?sort=due', { key: 'soon', id: '1' }],
])('a cursor that %s did not hand out is refused before the database sees it', async (path, position) => {
  const cursor = Buffer.from(JSON.stringify(position)).toString('base64url');
  expect(await refusal(`${path}&cursor=${cursor}`)).toEqual({ status: 400, code: 'CURSOR_INVALID' });
});

test('a workbook holds the whole list of the same question, and a cell never runs', async () => {
  const orders = await sheetOf('orders/xlsx');
  expect(orders).toHaveLength(2);
  expect(orders[1]).toEqual(expect.arrayContaining([JSON.stringify(made.order.messageId), '5', '2000000']));
  expect(await sheetOf('entitlements/xlsx?limit=1')).toHaveLength(1 + 5);
  expect(await sheetOf('entitlements/xlsx?states=failed')).toHaveLength(1 + 1);
  await scene.sql(`update reconciliation_break set explanation = '=HYPERLINK("http://x")' where order_id = $1`, [
    made.order.id,
  ]);
  const breaks = await sheetOf('breaks/xlsx?sort=due');
  expect(breaks.length - 1).toBe((await list('breaks')).rows.length);
  expect(breaks.flat()).toContain(JSON.stringify('=HYPERLINK("http://x")'));
  expect(breaks.flat().join()).not.toContain('"formula"');
});

test('who has no sight of a place finds nothing there, in the list and in the workbook; who may not see money is refused', async () => {
  const mayor = await scene.person('walikota');
  const path = `/periods/${made.periodId}/orders`;
  expect(((await mayor.get(path)).body as Listed).rows).toHaveLength(1);
  await scene.sql(`update payment_order set city_code = '32.76' where id = $1`, [made.order.id]);
  expect(((await mayor.get(path)).body as Listed).rows).toEqual([]);
  expect(await sheetOf('orders/xlsx', 'walikota')).toHaveLength(1);
  await scene.sql(`update payment_order set city_code = '32.75' where id = $1`, [made.order.id]);
  expect((await (await scene.person('tksk.bekasi-barat')).get(`${path}/xlsx`)).status).toBe(403);
});
