import { FailedPaymentsDesk } from '#application';
import type { RepairAction } from '#domain';
import {
  BreakSettlementRepository,
  FailedPaymentRepository,
  inTransaction,
  type NewRepair,
  PaymentOrderRepository,
  ReissueRepository,
  rowOf,
  rowsOf,
} from '#persistence';
import { corruptly } from '../../../support/factories/corruptly.js';
import { expectEveryRupiahExplained, statesOf } from '../../../support/factories/money-check.js';
import { anOfficer, type MadeOfficer } from '../../../support/factories/officers.js';
import { aLine, anOrder, applyFile, instructionsOf, type MadeOrder } from '../../../support/factories/orders.js';
import { setToday } from '../../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../../support/factories/tasks.js';
import { useDatabase } from '../../../support/factories/use-database.js';

const database = useDatabase();
let operator: MadeOfficer;
beforeAll(async () => {
  operator = await anOfficer(database.manager, 'dinsos_operator', { territoryCode: '32.75' });
});

const orders = () => new PaymentOrderRepository(database.manager);
const failed = () => new FailedPaymentRepository(database.manager);

/** An order of three: the bank refused the first, for this reason, and paid the others. */
async function withOneFailure(reason = 'AC06') {
  const made = await anOrder(database.source, 3);
  const [refused = '', ...paid] = await instructionsOf(database.source, made.order.id);
  const lines = [aLine(refused, 'failed', { reason }), ...paid.map((id) => aLine(id))];
  await applyFile(database.source, made.order, 'status', lines);
  return { ...made, refused };
}

const idOf = async (endToEndId: string): Promise<string> =>
  (await rowOf<{ id: string }>(database.manager, 'select id from entitlement where end_to_end_id = $1', [endToEndId]))
    ?.id ?? '';

/** Puts one thing down for every failed payment, and carries the round out. */
async function repair(orderId: string, action: RepairAction, more: Partial<NewRepair> = {}): Promise<string | null> {
  const order = await orders().find(orderId);
  for (const { id } of await failed().page(orderId, { territories: ['ID'], limit: 50 })) {
    const one = { entitlementId: id, action, explanation: 'Surat bank 12 April', ...more };
    await failed().save(orderId, operator.officerId, one);
  }
  return reissue(orderId, order.repairRound);
}

const reissueAll = (orderId: string, round: number): Promise<string[]> =>
  inTransaction(database.source, async (manager) =>
    new ReissueRepository(manager).reissue(await new PaymentOrderRepository(manager).find(orderId), round),
  );

/** Where one channel is all there is. */
async function reissue(orderId: string, round: number): Promise<string | null> {
  const made = await reissueAll(orderId, round);
  expect(made.length).toBeLessThan(2);
  return made[0] ?? null;
}

const release = (orderId: string): Promise<void> =>
  inTransaction(database.source, (manager) => new PaymentOrderRepository(manager).release(orderId));

const explained = (made: MadeOrder): Promise<void> => expectEveryRupiahExplained(database.manager, made);

test('a payment that failed is made again by an order of its own, and every rupiah stays explained', async () => {
  const made = await withOneFailure();
  const again = (await repair(made.order.id, 'send_again')) ?? '';

  expect(await orders().find(again)).toMatchObject({
    ...{ state: 'drafted', families: 1, amountRupiah: '400000', decreeId: made.decreeId, reissuesId: made.order.id },
    ...{ generation: 2, newAccounts: 0, listHash: await orders().hashNow(again) },
  });
  expect(await instructionsOf(database.source, again)).toEqual([`${made.refused}-2`]);
  expect(await statesOf(database.manager, made.periodId)).toEqual({ credited: 2, reissued: 1, decreed: 1 });
  await explained(made);

  await release(again);
  await applyFile(database.source, await orders().find(again), 'status', [aLine(`${made.refused}-2`)]);
  expect(await statesOf(database.manager, made.periodId)).toEqual({ credited: 3, reissued: 1 });
  await explained(made);
});

test('carried out twice it is one order, and the round is over', async () => {
  const made = await withOneFailure();
  const again = await repair(made.order.id, 'send_again');
  expect(await reissue(made.order.id, 1)).toBe(again);
  expect(await failed().count(made.order.id)).toBe(0);
  expect((await orders().find(made.order.id)).repairRound).toBe(2);
});

test('what is given up stays failed and is not asked about again', async () => {
  const made = await withOneFailure();
  expect(await repair(made.order.id, 'give_up')).toBeNull();
  expect(await statesOf(database.manager, made.periodId)).toEqual({ credited: 2, failed: 1 });
  expect(await failed().count(made.order.id)).toBe(0);
  await explained(made);
});

test('it may fail again, and is then made a third time under a reference of its own', async () => {
  const made = await withOneFailure();
  const again = (await repair(made.order.id, 'send_again')) ?? '';
  await release(again);
  await applyFile(database.source, await orders().find(again), 'status', [aLine(`${made.refused}-2`, 'failed')]);
  const third = (await repair(again, 'give_up')) ?? (await repair(again, 'send_again'));
  expect(third).toBeNull();
  expect(await statesOf(database.manager, made.periodId)).toEqual({ credited: 2, reissued: 1, failed: 1 });

  const other = await withOneFailure();
  const second = (await repair(other.order.id, 'send_again')) ?? '';
  await release(second);
  await applyFile(database.source, await orders().find(second), 'status', [aLine(`${other.refused}-2`, 'failed')]);
  const last = (await repair(second, 'send_again')) ?? '';
  expect(await instructionsOf(database.source, last)).toEqual([`${other.refused}-3`]);
  expect((await orders().find(last)).generation).toBe(3);
  await explained(other);
});

test('a new account is paid from now on, is part of what is signed, and the roster stays as decreed', async () => {
  const made = await withOneFailure('AC04');
  const account = { payeeSealed: Buffer.from('sealed'), accountHash: Buffer.alloc(16, 7) };
  const again = (await repair(made.order.id, 'new_account', account)) ?? '';

  const order = await orders().find(again);
  expect(order.newAccounts).toBe(1);
  const [instruction] = await orders().instructions(again, '0', 10);
  expect(instruction).toMatchObject({ sealed: account.payeeSealed, accountHash: account.accountHash });
  const swap = 'update entitlement set payee_sealed = $2 where order_id = $1';
  await expect(database.source.query(swap, [again, Buffer.from('x')])).rejects.toThrow('append-only');
  await corruptly(database, swap, [again, Buffer.from('x')]);
  expect(await orders().hashNow(again)).not.toBe(order.listHash);
});

test('another family’s account is known for one', async () => {
  const made = await withOneFailure('AC04');
  const id = await idOf(made.refused);
  const [own, other] = await rowsOf<{ hash: Buffer }>(
    database.manager,
    'select account_hash as hash from entitlement where order_id = $1 order by id limit 2',
    [made.order.id],
  );
  const isOthers = (hash: Buffer | undefined) => failed().isOthersAccount(made.order.id, id, hash ?? Buffer.alloc(1));
  expect(await isOthers(own?.hash)).toBe(false);
  expect(await isOthers(other?.hash)).toBe(true);
  expect(await isOthers(Buffer.alloc(16, 9))).toBe(false);
});

test('while the bank contradicts itself about a payment nobody makes it again', async () => {
  const made = await withOneFailure();
  await applyFile(database.source, made.order, 'status', [aLine(made.refused)]);
  expect(await failed().count(made.order.id)).toBe(0);
});

test('a family that another order pays for the month is not paid again', async () => {
  const made = await withOneFailure();
  await database.asOwner((manager) =>
    manager.query(
      `insert into entitlement (period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose, nik_hash, account_hash,
                                amount_rupiah, state, order_id, end_to_end_id, reissues_id)
       select period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose, nik_hash, account_hash, amount_rupiah,
              'decreed', order_id, end_to_end_id || '-9', id from entitlement where end_to_end_id = $1`,
      [made.refused],
    ),
  );
  expect(await failed().count(made.order.id)).toBe(0);
});

test('an instruction that was given up for another and is said to be paid after all is a break that people explain', async () => {
  const made = await withOneFailure();
  const again = (await repair(made.order.id, 'send_again')) ?? '';
  await release(again);
  await applyFile(database.source, await orders().find(again), 'status', [aLine(`${made.refused}-2`)]);
  await applyFile(database.source, made.order, 'status', [aLine(made.refused)]);

  const open = await rowsOf<{ id: string; type: string }>(
    database.manager,
    `select id, type from reconciliation_break where order_id = $1 and state = 'open'`,
    [made.order.id],
  );
  expect(open.map(({ type }) => type)).toEqual(['paid_twice']);
  expect(await statesOf(database.manager, made.periodId)).toEqual({ credited: 3, reissued: 1 });
  await inTransaction(database.source, async (manager) => {
    const breaks = new BreakSettlementRepository(manager);
    const proposal = { resolution: 'explained', explanation: 'Bank menarik kembali, surat 3 Mei' } as const;
    await breaks.propose(open[0]?.id ?? '', operator.officerId, proposal);
    await breaks.settle(await new PaymentOrderRepository(manager).find(made.order.id), '2023-06-01');
  });
  expect(await statesOf(database.manager, made.periodId)).toEqual({ credited: 3, reissued: 1 });
  await explained(made);
});

test('people put down the same for all with a reason; what was put down one by one stays', async () => {
  const made = await anOrder(database.source, 4);
  const ids = await instructionsOf(database.source, made.order.id);
  await applyFile(
    database.source,
    made.order,
    'status',
    ids.map((id, index) => aLine(id, 'failed', { reason: index < 3 ? 'AC06' : 'BE01' })),
  );
  const [first] = await failed().page(made.order.id, { territories: ['32.75'], limit: 1 });
  const explanation = 'Bank membuka blokir rekening';
  const one = { entitlementId: first?.id ?? '', action: 'give_up', explanation } as const;
  await failed().save(made.order.id, operator.officerId, one);
  const alike = { reason: 'AC06', action: 'send_again', explanation } as const;
  expect(await failed().saveAlike(made.order.id, operator.officerId, alike)).toBe(2);
  expect(await failed().undecided(made.order.id)).toBe(1);
  const page = await failed().page(made.order.id, { territories: ['32.75'], limit: 10 });
  expect(page.map(({ action }) => action)).toEqual(['give_up', 'send_again', 'send_again', null]);
  expect(await failed().page(made.order.id, { territories: ['32.76'], limit: 10 })).toEqual([]);
});

test('the paper of a round changes with every word of it', async () => {
  const made = await withOneFailure();
  const id = await idOf(made.refused);
  const hashes = new Set([(await failed().paper(made.order.id)).hash]);
  const explanation = 'Bank membuka blokir rekening';
  for (const one of [
    { action: 'send_again', explanation },
    { action: 'give_up', explanation },
    { action: 'give_up', explanation: 'Keluarga pindah kota' },
  ] as const) {
    await failed().save(made.order.id, operator.officerId, { entitlementId: id, ...one });
    hashes.add((await failed().paper(made.order.id)).hash);
  }
  expect(hashes.size).toBe(4);
  expect(await failed().paper(made.order.id)).toMatchObject({ round: 1, families: 1, amountRupiah: '400000' });
});

test('repairs wait for failures until the last day of use, and no payment goes through more orders than the policy allows', async () => {
  const made = await anOrder(database.source, 2);
  const desk = new FailedPaymentsDesk(database.source);
  const today = (await orders().find(made.order.id)).executionOn ?? '';
  await setToday(database.source, today);
  await expect(desk.look(made.order.id)).resolves.toMatchObject({ isHere: false, families: 0, round: 1 });
  const [first = ''] = await instructionsOf(database.source, made.order.id);
  await applyFile(database.source, made.order, 'status', [aLine(first, 'failed', { reason: 'AC06' })]);
  await expect(desk.look(made.order.id)).resolves.toMatchObject({ isHere: true, families: 1, round: 1 });

  await database.source.query('update payment_order set generation = 3 where id = $1', [made.order.id]);
  await expect(desk.look(made.order.id)).resolves.toMatchObject({ isHere: true, families: 0 });
  await database.source.query('update payment_order set generation = 1 where id = $1', [made.order.id]);
  await setToday(database.source, `${Number(today.slice(0, 4)) + 1}-12-31`);
  await expect(desk.look(made.order.id)).resolves.toEqual({ isHere: true, dueAt: null, families: 0, round: 1 });
});

test('when the time is over the open task is closed once, and its workflow hears of it', async () => {
  const made = await withOneFailure();
  const about = { kind: 'payment.repair', subjectType: 'order', subjectId: made.order.id } as const;
  const { taskId } = await openTask(database.source, aNewTask(made, about));
  const desk = new FailedPaymentsDesk(database.source);
  for (let time = 0; time < 2; time += 1) await desk.end(made.order.id);

  const row = await rowOf<{ state: string; delivered: number }>(
    database.manager,
    `select t.state, (select count(*)::int from outbox o where o.workflow_id = t.workflow_id and o.kind = 'decision'
                         and o.payload ->> 'outcome' = 'skipped') as delivered from task t where t.id = $1`,
    [taskId],
  );
  expect(row).toEqual({ state: 'exited', delivered: 1 });
});
