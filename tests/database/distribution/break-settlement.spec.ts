import { AwaitedAnswers } from '#application';
import {
  BreakRepository,
  BreakSettlementRepository,
  inTransaction,
  PaymentOrderRepository,
  rowsOf,
} from '#persistence';
import { type BreakResolution, resolutionsOf } from '#domain';
import { aCaseOrder } from '../../support/factories/bank-cases.js';
import { anOfficer } from '../../support/factories/officers.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const find = (orderId: string) => new PaymentOrderRepository(database.manager).find(orderId);

async function aDisputedOrder(files: readonly string[] = ['01a-a-refused.xml', '01b-a-settled.xml']) {
  const order = await aCaseOrder(database.source);
  for (const file of files) await order.takeIn(`bank-status/${file}`);
  return order;
}

/** Proposes the same for every open break of the order, and settles it as two signatures would. */
async function settle(orderId: string, resolution: BreakResolution): Promise<void> {
  const { officerId } = await anOfficer(database.manager, 'treasurer', { territoryCode: '32.75' });
  await inTransaction(database.source, async (manager) => {
    const breaks = new BreakSettlementRepository(manager);
    const open = await rowsOf<{ id: string }>(
      manager,
      `select id from reconciliation_break where order_id = $1 and state = 'open'`,
      [orderId],
    );
    for (const { id } of open)
      await breaks.propose(id, officerId, { resolution, explanation: 'The bank wrote on 9 March' });
    await breaks.settle(await new PaymentOrderRepository(manager).find(orderId), '2023-05-01');
  });
}

test('two people who find that a refused payment was made credit it, and the books hold', async () => {
  const order = await aDisputedOrder();
  await settle(order.order.id, 'credited');

  expect(await order.states()).toEqual(['credited', 'credited']);
  expect(await order.openBreaks()).toEqual([]);
  await order.explained();
});

test('two people who find that it was not made leave it failed, and she may be paid again', async () => {
  const order = await aDisputedOrder();
  await settle(order.order.id, 'failed');

  expect(await order.states()).toEqual(['failed AC04', 'credited']);
  expect(await order.isLive(order.a)).toBe(false);
  await order.explained();
});

test('what comes later is held against what was decided, not against what lay before the two', async () => {
  const order = await aDisputedOrder();
  await settle(order.order.id, 'credited');
  await order.takeIn('bank-status/02a-both-settled.xml');
  expect(await order.openBreaks()).toEqual([]);

  await order.takeIn('bank-status/02b-a-returned.xml');
  expect(await order.states()).toEqual(['failed AC06', 'credited']);
  expect(await order.openBreaks()).toEqual(['A later_return']);
  await order.explained();
});

test('a round that was settled is not settled twice, and the next begins', async () => {
  const order = await aDisputedOrder();
  const before = await find(order.order.id);
  await settle(order.order.id, 'credited');
  await inTransaction(database.source, (manager) =>
    new BreakSettlementRepository(manager).settle(before, '2023-05-01'),
  );

  expect((await find(order.order.id)).breakRound).toBe(before.breakRound + 1);
  expect(await order.states()).toEqual(['credited', 'credited']);
});

test('a bank that is silent past its day is one break that waits for people, and its answer settles it', async () => {
  const order = await aCaseOrder(database.source);
  const { id } = order.order;
  const answers = new AwaitedAnswers(database.source);
  expect((await answers.status(id)).dueAt).not.toBeNull();
  expect(await order.openBreaks()).toEqual([]);

  await database.source.query(`update payment_order set sent_at = now() - interval '30 days' where id = $1`, [id]);
  for (let look = 0; look < 3; look += 1)
    expect(await answers.status(id)).toMatchObject({ isHere: false, dueAt: null });
  expect(await order.openBreaks()).toEqual(['status late']);
  await expect(new BreakSettlementRepository(database.manager).waiting(id)).resolves.toMatchObject({ breaks: 1 });

  await order.takeIn('bank-status/02a-both-settled.xml');
  expect(await order.openBreaks()).toEqual([]);
  await expect(answers.status(id)).resolves.toMatchObject({ isHere: true, isRefused: false });
});

test('a bank that was asked again has its days anew', async () => {
  const order = await aCaseOrder(database.source);
  const { id } = order.order;
  const answers = new AwaitedAnswers(database.source);
  await database.source.query(`update payment_order set sent_at = now() - interval '30 days' where id = $1`, [id]);
  await answers.status(id);
  await settle(id, 'asked_again');

  expect((await answers.status(id)).dueAt).not.toBeNull();
  expect(await order.openBreaks()).toEqual([]);
});

test('an order that the bank refused whole is released again under another message id; the old answer is another order’s', async () => {
  const order = await aDisputedOrder(['06-group-refused.xml']);
  const { id, messageId } = order.order;
  const refused = await find(id);
  expect(refused).toMatchObject({ state: 'refused', refusalCode: 'AM04', attempt: 2, messageId: `${messageId}-2` });

  await inTransaction(database.source, (manager) => new PaymentOrderRepository(manager).release(id));
  await new PaymentOrderRepository(database.manager).markSent(id, 'sha');
  expect(await order.states()).toEqual(['ordered', 'ordered']);
  await order.explained();

  await order.takeIn('bank-status/02a-both-settled.xml');
  expect(await order.states()).toEqual(['ordered', 'ordered']);
  expect(await order.refusals()).toEqual(['BANK_FILE_ORDER']);
});

test('a bank that never speaks is no dead end: each instruction is settled by itself, and the order goes on', async () => {
  const order = await aCaseOrder(database.source);
  const { id } = order.order;
  await openOfOrder(id, 'status');
  await settle(id, 'one_by_one');

  expect(await order.states()).toEqual(['unreconciled', 'unreconciled']);
  expect(await order.openBreaks()).toEqual(['A unmatched_internal', 'B unmatched_internal']);
  expect((await find(id)).state).toBe('sent');
  await settle(id, 'credited');
  await inTransaction(database.source, (manager) => new PaymentOrderRepository(manager).settleIfAnswered(id));

  expect(await order.states()).toEqual(['credited', 'credited']);
  expect((await find(id)).state).toBe('settled');
  expect(await new AwaitedAnswers(database.source).status(id)).toMatchObject({ isHere: true, isAnswered: true });
  await order.explained();
  await order.takeIn('bank-status/01a-a-refused.xml');
  expect(await order.openBreaks()).toEqual(['A later_return']);
});

test('where no report on use is expected any more, each family is settled by itself, and the city goes on', async () => {
  const order = await aDisputedOrder(['02a-both-settled.xml']);
  const { id } = order.order;
  await openOfOrder(id, 'usage');
  await settle(id, 'one_by_one');

  expect(await order.states()).toEqual(['credited', 'credited']);
  expect(await order.openBreaks()).toEqual(['A use_unknown', 'B use_unknown']);
  expect(await new AwaitedAnswers(database.source).usage(id, '2023-04-01')).toMatchObject({ isHere: true });
  await settle(id, 'not_transacted');
  expect(await order.states()).toEqual(['not_transacted', 'not_transacted']);
  await order.explained();
});

test('of a return the bank can only be asked again: it is settled by the receipt of the treasury alone', () => {
  expect(resolutionsOf('late', 'return')).toEqual(['asked_again']);
  expect(resolutionsOf('late', 'status')).toEqual(['asked_again', 'one_by_one']);
});

const openOfOrder = (orderId: string, matter: string) =>
  new BreakRepository(database.manager).openOfOrder(orderId, { type: 'late', endToEndId: matter, dueOn: '2023-03-20' });
