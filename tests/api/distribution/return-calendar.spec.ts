import { aLine, anOrder, applyFile, instructionsOf, type MadeOrder } from '../../support/factories/orders.js';
import { wholeList } from '../support/whole-list.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let made: MadeOrder;
beforeAll(async () => {
  scene = await aScene();
  const { database } = scene.api;
  made = await anOrder(database, 4);
  const ids = await instructionsOf(database, made.order.id);
  await scene.sql(`update payment_order set state = 'sent', execution_on = '2022-03-01' where id = $1`, [
    made.order.id,
  ]);
  await applyFile(
    database,
    made.order,
    'status',
    ids.slice(1).map((id) => aLine(id)),
  );
}, 60_000);
afterAll(() => scene.api.stop());

interface Listed {
  readonly status: number;
  readonly code?: string;
  readonly body: { readonly rows: readonly { readonly orderId: string; readonly unused: number }[] };
}

const listed = async (username: string, query = ''): Promise<Listed> =>
  (await (await scene.person(username)).get(`/return-calendar${query}`)) as Listed;

test('the treasurer sees what is late, and each number is the number of families behind it', async () => {
  const { status, body } = await listed('bendahara', `?periodId=${made.periodId}`);
  expect(status).toBe(200);
  expect(body.rows).toEqual([
    expect.objectContaining({ orderId: made.order.id, stage: 'due', unused: 3, onHold: 0, returned: 0 }),
  ]);
  const counted = await (
    await scene.person('bendahara')
  ).get(`/periods/${made.periodId}/entitlements?orderId=${made.order.id}&states=credited,not_transacted,held`);
  expect((counted.body as { rows: unknown[] }).rows).toHaveLength(3);
  const elsewhere = `/periods/${made.periodId}/entitlements?orderId=6f1c2b1e-0000-4000-8000-000000000001`;
  expect((await (await scene.person('bendahara')).get(elsewhere)).body).toMatchObject({ rows: [] });
});

test('open periods are there unasked, and filters narrow them', async () => {
  const all = await listed('bendahara');
  expect(all.body.rows.map(({ orderId }) => orderId)).toContain(made.order.id);
  expect((await listed('bendahara', '?stage=done')).body.rows).toEqual([]);
  expect((await listed('bendahara', `?text=${made.order.messageId.toLowerCase()}`)).body.rows).toHaveLength(1);
  expect((await listed('bendahara', '?text=no-such-city')).body.rows).toEqual([]);
});

test('who sees no money sees nothing, and a wrong question is a wrong request', async () => {
  expect((await listed('lurah.kranji')).status).toBe(403);
  for (const query of ['?stage=late', '?limit=0', '?periodId=1', '?text=']) {
    expect((await listed('bendahara', query)).status).toBe(400);
  }
  expect(await listed('bendahara', '?periodId=6f1c2b1e-0000-4000-8000-000000000001')).toMatchObject({
    status: 404,
    code: 'PERIOD_UNKNOWN',
  });
  expect(await listed('bendahara', '?cursor=eyJrZXkiOiJ4In0')).toMatchObject({ code: 'CURSOR_INVALID' });
});

test('the calendar is handed out as a workbook', async () => {
  const rows = await wholeList(scene, `/return-calendar/xlsx?periodId=${made.periodId}`, 'bendahara');
  expect(rows).toHaveLength(2);
  expect(rows[1]?.[2]).toBe('lewat tenggat, belum diperintahkan');
});
