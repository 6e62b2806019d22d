import { demandReceived, holdDeposit } from '#application';
import { CaseClosingRepository, EarlyReturnRepository, inTransaction, rowsOf } from '#persistence';
import { breaksOf, statesOf } from '../../support/factories/money-check.js';
import { useMeasures } from '../../support/factories/measures.js';
import { aLine, applyFile } from '../../support/factories/orders.js';
import { codeOf } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const { proposed, explained } = useMeasures(database);

test('returned early it has a list, an instruction and a receipt of its own, and the deadline takes the rest alone', async () => {
  const made = await proposed(['return_early', 'return_early'], 4);
  await made.act('head', 'approve');
  const { returnId } = await made.measure();
  const key = returnId ?? '';
  expect(await made.returns.find(key)).toMatchObject({
    number: 1,
    families: 2,
    heldRupiah: '800000',
    state: 'drafted',
  });
  const started = await rowsOf(
    database.manager,
    `select 1 from outbox where kind = 'early-return' and workflow_id = 'return:' || $1`,
    [key],
  );
  expect(started).toHaveLength(1);

  await made.hold(key);
  await made.hold(key);
  expect(await statesOf(database.manager, made.periodId)).toEqual({ held: 2, not_transacted: 2 });
  expect((await made.returns.heldInstructions(key, '0', 10)).map(({ endToEndId }) => endToEndId)).toEqual(
    made.ids.slice(0, 2),
  );
  await made.reports(['returned', 'returned'], 'return');
  const receipt = { ntpn: 'NTPN-A', ntb: 'NTB-A', depositedRupiah: 800_000n, depositedOn: '2023-05-06' };
  await made.returns.recordDeposit(made.order.id, receipt, 1);
  await inTransaction(database.source, (manager) => holdDeposit(manager, made.order, '2023-06-01', key));
  expect(await codeOf(demandReceived(database.manager, key))).toBeUndefined();

  expect(await made.returns.draft(made.order.id)).toMatchObject({ number: 0, families: 2, heldRupiah: '800000' });
  await made.hold();
  await made.reports(['pending', 'pending', 'returned', 'returned'], 'return');
  await made.returns.recordDeposit(made.order.id, { ...receipt, ntpn: 'NTPN-B', depositedOn: '2023-07-10' });
  await inTransaction(database.source, (manager) => holdDeposit(manager, made.order, '2023-08-01'));
  expect(await codeOf(demandReceived(database.manager, made.order.id))).toBeUndefined();
  expect(await statesOf(database.manager, made.periodId)).toEqual({ returned: 4 });
  await inTransaction(database.source, (manager) => new CaseClosingRepository(manager).closeSettled(made.order.id));
  expect([(await made.measure()).state, (await made.measure(1)).state]).toEqual(['ended', 'ended']);
  await explained(made);
});

test('what went back early is missing from the account in later reports, which is no break; its use would be', async () => {
  const made = await proposed(['return_early'], 2);
  await made.act('head', 'approve');
  await made.hold((await made.measure()).returnId ?? '');
  await made.reports(['returned'], 'return');
  const [returned = '', other = ''] = made.ids;
  const report = (withdrawnRupiah: string, balanceRupiah: string, answer: 'transacted' | 'not_transacted') =>
    applyFile(database.source, made.order, 'usage', [
      aLine(returned, answer, {
        withdrawnRupiah,
        balanceRupiah,
        onDate: answer === 'transacted' ? '2023-05-05' : null,
      }),
      aLine(other, 'not_transacted', { withdrawnRupiah: '0', balanceRupiah: '400000' }),
    ]);
  const open = async () => (await breaksOf(database.manager, made.order.id)).filter(({ state }) => state === 'open');
  await report('0', '0', 'not_transacted');
  expect(await open()).toEqual([]);
  await report('400000', '0', 'transacted');
  expect((await open()).map(({ type }) => type)).toEqual(['balance_difference']);
  expect(await statesOf(database.manager, made.periodId)).toEqual({ returned: 1, not_transacted: 1 });
  await explained(made);
});

test('a refusal of the bank, and a receipt that does not add up, are work for people of that return and of no other', async () => {
  const made = await proposed(['return_early', 'return_early'], 3);
  await made.act('head', 'approve');
  const key = (await made.measure()).returnId ?? '';
  await made.hold(key);
  await made.reports(['returned', 'pending'], 'return');
  const receipt = { ntpn: 'NTPN-A', ntb: 'NTB-A', depositedRupiah: 300_000n, depositedOn: '2023-05-06' };
  await made.returns.recordDeposit(made.order.id, receipt, 1);
  await inTransaction(database.source, (manager) => holdDeposit(manager, made.order, '2023-06-01', key));
  expect(await codeOf(demandReceived(database.manager, key))).toBe('RETURN_HELD');
  const open = (await breaksOf(database.manager, made.order.id)).filter(({ state }) => state === 'open');
  expect(open.map(({ type, endToEndId }) => [type, endToEndId])).toContainEqual(['deposit_difference', 'deposit-1']);
  await made.returns.draft(made.order.id);
  await made.hold();
  expect(await made.returns.balance(made.order.id)).toMatchObject({
    heldFamilies: 1,
    returnedRupiah: 0n,
    depositedRupiah: 0n,
  });
  await explained(made);
});

test('what the PPK has not instructed by the deadline goes back with the rest, and its task is closed', async () => {
  const made = await proposed(['return_early']);
  await made.act('head', 'approve');
  const key = (await made.measure()).returnId ?? '';
  await inTransaction(database.source, async (manager) => {
    await new EarlyReturnRepository(manager).overtakeDrafted(made.order.id);
    await new EarlyReturnRepository(manager).overtakeDrafted(made.order.id);
  });
  expect(await made.returns.find(key)).toMatchObject({ state: 'overtaken' });
  expect(await made.returns.draft(made.order.id)).toMatchObject({ number: 0, families: 3 });
});
