import { demandReceived, holdDeposit } from '#application';
import {
  BreakSettlementRepository,
  inTransaction,
  PaymentOrderRepository,
  rowsOf,
  TreasuryReturnRepository,
} from '#persistence';
import { breaksOf, expectEveryRupiahExplained, statesOf } from '../../support/factories/money-check.js';
import { aLine, anOrder, applyFile, instructionsOf, type MadeOrder } from '../../support/factories/orders.js';
import { anOfficer } from '../../support/factories/officers.js';
import { codeOf } from '../../support/factories/task-services.js';
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
  await expect(returns.balance(made.order.id)).resolves.toMatchObject({ returnedRupiah: 1_600_000n, heldFamilies: 0 });
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
  await expect(new TreasuryReturnRepository(database.manager).balance(made.order.id)).resolves.toMatchObject({
    returnedRupiah: 800_000n,
    heldFamilies: 1,
  });
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

test('what could not be debited at first follows with a receipt of its own, and both are one return', async () => {
  const made = await usedByTwo();
  const { id } = made.order;
  const returns = new TreasuryReturnRepository(database.manager);
  await returns.draft(id);
  await hold(made);
  const [first = '', second = '', third = '', fourth = ''] = made.ids.slice(2);
  const returned = (...ids: string[]) => ids.map((each) => aLine(each, 'returned'));
  await applyFile(database.source, made.order, 'return', [...returned(first, second), aLine(third, 'pending')]);
  await returns.recordDeposit(id, RECEIPT);
  await received(made, 'RETURN_HELD');

  await applyFile(database.source, made.order, 'return', returned(third, fourth));
  await returns.recordDeposit(id, { ...RECEIPT, ntpn: 'NTPN2' });
  await returns.recordDeposit(id, { ...RECEIPT, ntpn: 'NTPN2' });
  await received(made, undefined);
  expect(await returns.find(id)).toMatchObject({
    ...{ depositedRupiah: '1600000', returnedFamilies: 4, ntpn: 'NTPN1, NTPN2' },
  });
  expect(await breaksOf(database.manager, id)).not.toContainEqual(
    expect.objectContaining({ type: 'deposit_difference', state: 'open' }),
  );
});

test('a receipt that does not add up is a break, which two people explain as it is and not as it was', async () => {
  const made = await usedByTwo();
  const { id } = made.order;
  const returns = new TreasuryReturnRepository(database.manager);
  await returns.draft(id);
  await hold(made);
  await applyFile(
    database.source,
    made.order,
    'return',
    made.ids.slice(2).map((each) => aLine(each, 'returned')),
  );
  await returns.recordDeposit(id, { ...RECEIPT, depositedRupiah: 1_599_000n });
  await received(made, 'RETURN_SHORT');
  await propose(made);
  // Another figure than the one that was explained: nothing is proposed for it.
  await returns.recordDeposit(id, { ...RECEIPT, depositedRupiah: 1_598_000n });
  await received(made, 'RETURN_SHORT');
  await settle(made);
  await received(made, 'RETURN_SHORT');

  await propose(made);
  await settle(made);
  await received(made, undefined);
  // The bank mends it after all.
  await returns.recordDeposit(id, { ...RECEIPT, depositedRupiah: 1_600_000n });
  await received(made, undefined);
  await expectEveryRupiahExplained(database.manager, made);
});

/** Holds receipts against rows as the intake does, and says whether the treasurer may confirm. */
async function received({ order }: MadeOrder, code: string | undefined): Promise<void> {
  await inTransaction(database.source, (manager) => holdDeposit(manager, order, '2023-08-01'));
  expect(await codeOf(demandReceived(database.manager, order.id))).toBe(code);
}

async function propose({ order }: MadeOrder): Promise<void> {
  const { officerId } = await anOfficer(database.manager, 'treasurer');
  const [open] = await rowsOf<{ id: string }>(
    database.manager,
    `select id from reconciliation_break where order_id = $1 and type = 'deposit_difference' and state = 'open'`,
    [order.id],
  );
  const proposal = { resolution: 'explained', explanation: 'Biaya bank, diganti dengan setoran 10 Juli' } as const;
  await new BreakSettlementRepository(database.manager).propose(open?.id ?? '', officerId, proposal);
}

const settle = ({ order }: MadeOrder): Promise<void> =>
  inTransaction(database.source, async (manager) => {
    const now = await new PaymentOrderRepository(manager).find(order.id);
    await new BreakSettlementRepository(manager).settle(now, '2023-08-10');
  });
