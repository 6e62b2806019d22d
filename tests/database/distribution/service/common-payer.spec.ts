import { mailboxNameOf, payerOf } from '#application';
import { anOrder } from '../../../support/factories/orders.js';
import { useDatabase } from '../../../support/factories/use-database.js';

const database = useDatabase();

test('where no territory has a payment service of its own, an order is paid as the rules of its period say', async () => {
  const { order } = await anOrder(database.source, 1);
  expect(await payerOf(database.manager, order)).toEqual({
    ...{ name: 'KEMENTERIAN SOSIAL RI', account: '0000440123', bankCode: '009' },
    serviceName: null,
  });
  expect(await mailboxNameOf(database.manager, order.id)).toBe('bank');
});
