import { inTransaction, PaymentOrderRepository, TreasuryReturnRepository } from '#persistence';
import { expectEveryRupiahExplained, statesOf } from '../../support/factories/money-check.js';
import { aLine, anOrder, applyFile, instructionsOf, type MadeOrder } from '../../support/factories/orders.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const RECEIPT = { ntpn: 'NTPN1', ntb: 'NTB1', depositedRupiah: 800_000n, depositedOn: '2023-07-10' };

/** Six families credited; the first two used their money, four did not. */
async function usedByTwo(): Promise<MadeOrder & { ids: string[] }> {
  const made = await anOrder(database.source, 6);
  const ids = await instructionsOf(database.source, made.order.id);
  await applyFile(
    database.source,
    made.order,
    'status',
    ids.map((id) => aLine(id)),
  );
  const used = ids.map((id, index) => aLine(id, index < 2 ? 'transacted' : 'not_transacted', { onDate: '2023-03-25' }));
  await applyFile(database.source, made.order, 'usage', used);
  return { ...made, ids };
}

const hold = ({ order }: MadeOrder) =>
  inTransaction(database.source, (manager) => new TreasuryReturnRepository(manager).hold(order));

test('releasing an order twice, also at once, orders every family once', async () => {
  const made = await anOrder(database.source, 3);
  const release = () =>
    inTransaction(database.source, (manager) => new PaymentOrderRepository(manager).release(made.order.id));
  await Promise.all([release(), release()]);

  expect(await statesOf(database.manager, made.periodId)).toEqual({ ordered: 3 });
  expect(await new PaymentOrderRepository(database.manager).find(made.order.id)).toEqual(made.order);
  await expectEveryRupiahExplained(database.manager, made);
});

test('what nobody used is listed, frozen and returned, each step once', async () => {
  const made = await usedByTwo();
  const returns = new TreasuryReturnRepository(database.manager);
  const first = await returns.draft(made.order.id);
  expect(first).toMatchObject({ families: 4, heldRupiah: '1600000', state: 'drafted' });
  expect(await returns.draft(made.order.id)).toEqual(first);

  await Promise.all([hold(made), hold(made)]);
  expect(await statesOf(database.manager, made.periodId)).toEqual({ transacted: 2, held: 4 });
  await expectEveryRupiahExplained(database.manager, made);

  const lines = made.ids.slice(2).map((id) => aLine(id, 'returned'));
  await applyFile(database.source, made.order, 'return', lines, 'return file');
  await applyFile(database.source, made.order, 'return', lines, 'return file');
  await returns.recordDeposit(made.order.id, { ...RECEIPT, depositedRupiah: 1_600_000n });

  expect(await statesOf(database.manager, made.periodId)).toEqual({ transacted: 2, returned: 4 });
  await expect(returns.returnedRupiah(made.order.id)).resolves.toBe(1_600_000n);
  expect(await returns.find(made.order.id)).toMatchObject({ state: 'deposited', returnedFamilies: 4, ntpn: 'NTPN1' });
  await expectEveryRupiahExplained(database.manager, made);
});

test('a family that withdrew at the last moment keeps its money; a debit refused stays held', async () => {
  const made = await usedByTwo();
  await new TreasuryReturnRepository(database.manager).draft(made.order.id);
  await hold(made);
  const outcomes = ['returned', 'returned', 'transacted', 'pending'] as const;
  const lines = outcomes.map((answer, index) => aLine(made.ids[index + 2] ?? '', answer, { amountRupiah: null }));
  await applyFile(database.source, made.order, 'return', lines);

  expect(await statesOf(database.manager, made.periodId)).toEqual({ transacted: 3, returned: 2, held: 1 });
  await expect(new TreasuryReturnRepository(database.manager).returnedRupiah(made.order.id)).resolves.toBe(800_000n);
  await expectEveryRupiahExplained(database.manager, made);
});

test('money is said to be unused only of a family whose credit is confirmed', async () => {
  const made = await anOrder(database.source, 2);
  const [credited = '', silent = ''] = await instructionsOf(database.source, made.order.id);
  await applyFile(database.source, made.order, 'status', [aLine(credited)]);
  await applyFile(database.source, made.order, 'usage', [
    aLine(credited, 'not_transacted'),
    aLine(silent, 'not_transacted'),
  ]);

  expect(await statesOf(database.manager, made.periodId)).toEqual({ not_transacted: 1, unreconciled: 1 });
});
