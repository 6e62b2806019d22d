import { PaymentOrderRepository } from '#persistence';
import { breaksOf, expectEveryRupiahExplained, statesOf } from '../../support/factories/money-check.js';
import { aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

async function anOrderOf(families: number) {
  const made = await anOrder(database.source, families);
  const ids = await instructionsOf(database.source, made.order.id);
  const idAt = (index: number): string => ids[index] ?? '';
  return {
    ...made,
    ids,
    idAt,
    status: (lines: Parameters<typeof applyFile>[3], sha256?: string) =>
      applyFile(database.source, made.order, 'status', lines, sha256),
    states: () => statesOf(database.manager, made.periodId),
    breaks: () => breaksOf(database.manager, made.order.id),
    explained: () => expectEveryRupiahExplained(database.manager, made),
  };
}

test('matched lines move money, refused ones with the bank’s reason', async () => {
  const order = await anOrderOf(3);
  await order.status([aLine(order.idAt(0)), aLine(order.idAt(1)), aLine(order.idAt(2), 'failed')]);

  expect(await order.states()).toEqual({ credited: 2, failed: 1 });
  expect(await order.breaks()).toEqual([]);
  await order.explained();
});

test('the same file again, also at the same time, is nothing', async () => {
  const order = await anOrderOf(3);
  const lines = order.ids.map((id) => aLine(id));
  const summaries = await Promise.all([order.status(lines, 'same'), order.status(lines, 'same')]);

  expect(summaries.filter((summary) => summary !== undefined)).toEqual([{ credited: 3, moved: 3 }]);
  expect(await order.states()).toEqual({ credited: 3 });
  await order.explained();
});

test('a wrong amount, an unknown instruction and one named twice move nothing and become breaks', async () => {
  const order = await anOrderOf(4);
  await order.status([
    aLine(order.idAt(0), 'credited', { amountRupiah: '399999' }),
    aLine(order.idAt(1)),
    aLine(order.idAt(1)),
    aLine('AMNSOMEBODYELSE'),
    aLine(order.idAt(2)),
    aLine(order.idAt(3), 'pending'),
  ]);

  expect(await order.states()).toEqual({ ordered: 3, credited: 1 });
  const breaks = await order.breaks();
  expect(breaks.map(({ endToEndId, type }) => [endToEndId, type])).toEqual(
    expect.arrayContaining([
      [order.idAt(0), 'amount_mismatch'],
      [order.idAt(1), 'duplicate'],
      ['AMNSOMEBODYELSE', 'unmatched_external'],
    ]),
  );
  expect(breaks).toHaveLength(3);
  await order.explained();
});

test('an instruction of another order is unknown here', async () => {
  const [order, other] = [await anOrderOf(1), await anOrderOf(1)];
  await order.status([aLine(order.idAt(0)), aLine(other.idAt(0))]);

  expect(await other.states()).toEqual({ ordered: 1 });
  expect((await order.breaks()).map(({ type }) => type)).toEqual(['unmatched_external']);
});

test('silence is no answer: it is unreconciled until a late file speaks', async () => {
  const order = await anOrderOf(3);
  await order.status([aLine(order.idAt(0))]);
  expect(await order.states()).toEqual({ credited: 1, unreconciled: 2 });
  expect((await order.breaks()).map(({ type, state }) => [type, state])).toEqual([
    ['unmatched_internal', 'open'],
    ['unmatched_internal', 'open'],
  ]);
  await order.explained();

  await order.status([aLine(order.idAt(1)), aLine(order.idAt(2), 'failed')]);

  expect(await order.states()).toEqual({ credited: 2, failed: 1 });
  expect((await order.breaks()).map(({ state }) => state)).toEqual(['settled', 'settled']);
  await expect(new PaymentOrderRepository(database.manager).outstanding(order.order.id)).resolves.toBe(0);
  await order.explained();
});

test('a wrong amount is settled by a file with the right one', async () => {
  const order = await anOrderOf(1);
  await order.status([aLine(order.idAt(0), 'credited', { amountRupiah: '1' })]);
  await order.status([aLine(order.idAt(0))]);

  expect(await order.states()).toEqual({ credited: 1 });
  expect((await order.breaks()).map(({ state }) => state)).toEqual(['settled']);
});

test('an open instruction keeps waiting, and the order is not answered in full', async () => {
  const order = await anOrderOf(2);
  await order.status([aLine(order.idAt(0)), aLine(order.idAt(1), 'pending')]);

  expect(await order.states()).toEqual({ credited: 1, ordered: 1 });
  await expect(new PaymentOrderRepository(database.manager).outstanding(order.order.id)).resolves.toBe(1);
});

test('a bank that takes back its word: what came back is no longer credited, and nothing is credited on a second word', async () => {
  const order = await anOrderOf(2);
  await order.status([aLine(order.idAt(0)), aLine(order.idAt(1), 'failed')]);
  await order.status([aLine(order.idAt(0), 'failed'), aLine(order.idAt(1))]);

  expect(await order.states()).toEqual({ failed: 2 });
  expect((await order.breaks()).map(({ endToEndId, type, state }) => [endToEndId, type, state])).toEqual(
    expect.arrayContaining([
      [order.idAt(0), 'later_return', 'open'],
      [order.idAt(1), 'changed_answer', 'open'],
    ]),
  );
  await order.explained();
});
