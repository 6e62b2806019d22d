import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PaymentOrderRepository } from '#persistence';
import { anOrder, instructionsOf } from '../../support/factories/orders.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
}, 60_000);
afterAll(() => scene.api.stop());

const FIXTURES = join(import.meta.dirname, '..', '..', 'support', 'fixtures');

/** An order that was sent, and a status report about it: A refused, B credited. */
async function aReport() {
  const { order } = await anOrder(scene.api.database, 2);
  await new PaymentOrderRepository(scene.api.database.manager).markSent(order.id, 'sha');
  const [a = '', b = ''] = await instructionsOf(scene.api.database, order.id);
  const text = await readFile(join(FIXTURES, 'bank-status/01a-a-refused.xml'), 'utf8');
  const mine = text.replaceAll('ORDER-1', order.messageId).replaceAll('FAMILY-A', a).replaceAll('FAMILY-B', b);
  return { orderId: order.id, a, report: Buffer.from(mine) };
}

test('whoever sees the money rehearses a file under its own name; nothing is kept', async () => {
  const { orderId, a, report } = await aReport();
  const treasurer = await scene.person('bendahara');
  const before = await treasurer.get(`/orders/${orderId}`);
  const seen = await treasurer.upload(`/orders/${orderId}/rehearsals`, report, 'status of today.xml');

  expect(seen).toMatchObject({
    status: 200,
    body: {
      file: 'status of today.xml',
      refused: null,
      moves: [
        { from: 'ordered', to: 'failed', families: 1 },
        { from: 'ordered', to: 'credited', families: 1 },
      ],
      breaksTotal: 0,
    },
  });
  expect((seen.body as { rows: unknown[] }).rows).toContainEqual({
    endToEndId: a,
    from: 'ordered',
    to: 'failed',
    reason: 'AC04',
  });
  expect((await treasurer.get(`/orders/${orderId}`)).body).toEqual(before.body);
});

test('a file that would be refused says why, and a stranger sees no order', async () => {
  const { orderId, report } = await aReport();
  const treasurer = await scene.person('bendahara');
  const cut = await treasurer.upload(`/orders/${orderId}/rehearsals`, report.subarray(0, 700), 'cut.xml');
  expect(cut).toMatchObject({ status: 200, body: { refused: { code: 'BANK_FILE_INCOMPLETE' } } });

  const lurah = await scene.person('lurah.kranji');
  expect((await lurah.upload(`/orders/${orderId}/rehearsals`, report, 'x.xml')).status).toBe(403);
});
