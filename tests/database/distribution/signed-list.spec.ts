import type { Config } from '#config';
import { PaymentOrderService } from '#application';
import { PaymentOrderRepository, PersonVault, rowsOf } from '#persistence';
import { corruptly } from '../../support/factories/corruptly.js';
import { anOrder } from '../../support/factories/orders.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
/** Whoever comes so far as to call the bank finds nobody there. */
const settings = {
  mailboxes: { bank: { host: '127.0.0.1', port: 1 } },
  exchangeDir: '/nonexistent',
} as unknown as Config;

async function aReleasedOrder() {
  const { order } = await anOrder(database.source, 3);
  const rows = await rowsOf<{ id: string; rowId: string }>(
    database.manager,
    'select id, roster_row_id as "rowId" from entitlement where order_id = $1 order by id',
    [order.id],
  );
  const send = () => new PaymentOrderService(database.source, vault, settings).send(order.id);
  return { order, send, first: rows[0], second: rows[1] };
}

test('the hash of what would be paid is the one that was signed', async () => {
  const { order } = await aReleasedOrder();
  await expect(new PaymentOrderRepository(database.manager).hashNow(order.id)).resolves.toBe(order.listHash);
});

test.each([
  [
    'the sealed person of another family',
    'update roster_row set sealed = o.sealed from roster_row o where o.id = $2 and roster_row.id = $1',
  ],
  ['another account', `update entitlement set account_hash = 'x' where roster_row_id = $1 and $2::text is not null`],
  [
    'another amount',
    `update entitlement set amount_rupiah = amount_rupiah + 1 where roster_row_id = $1 and $2::text is not null`,
  ],
])('%s stops the order before anything is sent', async (_name, change) => {
  const { order, send, first, second } = await aReleasedOrder();
  await corruptly(database, change, [first?.rowId, second?.rowId]);

  await expect(send()).rejects.toMatchObject({ code: 'ORDER_LIST_CHANGED' });
  await expect(new PaymentOrderRepository(database.manager).find(order.id)).resolves.toMatchObject({
    state: 'released',
  });
});
