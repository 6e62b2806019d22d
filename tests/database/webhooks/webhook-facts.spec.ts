import { WEBHOOK_FACTS } from '#domain';
import {
  CaseClosingRepository,
  DecreeRepository,
  inTransaction,
  PaymentOrderRepository,
  ReportRepository,
  rowsOf,
} from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aDecree, anOrder } from '../../support/factories/orders.js';
import { someCases } from '../../support/factories/cases.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { anEndpoint, factsFor, type MadeEndpoint } from '../../support/factories/webhooks.js';

const database = useDatabase();

let city: MadeEndpoint;
let elsewhere: MadeEndpoint;
let nation: MadeEndpoint;
// Each spec has receivers of its own, because one of them ends all.
beforeEach(async () => {
  city = await anEndpoint(database.source);
  elsewhere = await anEndpoint(database.source, { territoryCode: '32.7' });
  nation = await anEndpoint(database.source, { territoryCode: 'ID', types: ['decree.ratified'] });
});

const about = async (endpoint: MadeEndpoint, subjectId: string) =>
  (await factsFor(database.source, endpoint)).filter((fact) => fact.subjectId === subjectId);
/** A decree and its first order have the same id. */
const ofOrder = async (endpoint: MadeEndpoint, orderId: string) =>
  (await about(endpoint, orderId)).filter(({ type }) => type.startsWith('order.'));

test('a decree is a fact when it is ratified, with its families and rupiah', async () => {
  const { decreeId, periodId } = await aDecree(database.source, 3);
  const [fact, ...more] = await about(city, decreeId);
  expect(more).toEqual([]);
  expect(fact).toMatchObject({
    ...{ type: 'decree.ratified', territoryCode: '32.75' },
    data: { periodId, territoryCode: '32.75', families: 3, amountRupiah: '1200000' },
  });
  expect(await about(nation, decreeId)).toHaveLength(1);
  expect(await about(elsewhere, decreeId)).toEqual([]);
});

test('a decree tells its number, which it gets after it is ratified', async () => {
  const { decreeId } = await aDecree(database.source, 1);
  expect((await about(city, decreeId))[0]?.data).toMatchObject({ number: null });
  await database.manager.query(`update decree set state = 'draft' where id = $1`, [decreeId]);
  await inTransaction(database.source, async (manager) => {
    await manager.query(`update decree set state = 'ratified' where id = $1`, [decreeId]);
    await new DecreeRepository(manager).setNumber(decreeId, '460/KEP/2023');
  });
  const numbers = (await about(city, decreeId)).map(({ data }) => data['number']);
  expect(numbers).toContain('460/KEP/2023');
});

test('an order is a fact when it is sent, refused under the message that was refused, and settled', async () => {
  const { order } = await anOrder(database.source, 2);
  const orders = new PaymentOrderRepository(database.manager);
  await orders.markSent(order.id, 'aa');
  await orders.markSent(order.id, 'aa');
  await orders.refuse(order.id, 'AM04');
  const facts = await ofOrder(city, order.id);
  expect(facts.map(({ type }) => type)).toEqual(['order.sent', 'order.refused']);
  expect(facts[1]?.data).toMatchObject({ messageId: order.messageId, refusalCode: 'AM04', families: 2 });
  await database.manager.query(`update payment_order set state = 'settled' where id = $1`, [order.id]);
  expect((await ofOrder(city, order.id)).at(-1)).toMatchObject({ type: 'order.settled', data: { channel: 'card' } });
  expect(await ofOrder(nation, order.id)).toEqual([]);
});

test('a case is a fact when it opens and when it closes, and says where, never who', async () => {
  const { caseIds, order } = await someCases(database.source, 2);
  const [id = ''] = caseIds;
  expect((await about(city, id)).map(({ type }) => type)).toEqual(['case.opened']);
  await database.manager.query(`update entitlement set state = 'transacted' where order_id = $1`, [order.id]);
  await database.manager.query(`update follow_up_case set state = 'used' where id = $1`, [id]);
  await new CaseClosingRepository(database.manager).closeSettled(order.id);
  const facts = await about(city, id);
  expect(facts.map(({ type }) => type)).toEqual(['case.opened', 'case.closed']);
  expect(Object.keys(facts[0]?.data ?? {}).sort()).toEqual(
    ['deadlineOn', 'period', 'periodId', 'programme', 'territoryCode'].sort(),
  );
  expect(Object.keys(facts[1]?.data ?? {}).sort()).toEqual(
    ['money', 'period', 'periodId', 'programme', 'territoryCode'].sort(),
  );
  expect(facts[1]?.data).toMatchObject({ money: 'used' });
});

test('a report is a fact with the decision on its task', async () => {
  const period = await aPeriod(database.manager);
  const place = { periodId: period.periodId, cityCode: '32.75', territoryCode: '32.75' };
  const report = await new ReportRepository(database.manager).keep({ ...place, tier: 'city', content: {} });
  const { officerId, appointmentId } = await anOfficer(database.manager, 'dinsos_operator');
  for (const [kind, outcome] of [
    ['report.city', 'submitted'],
    ['report.accept', 'returned'],
  ] as const) {
    const { taskId } = await openTask(
      database.source,
      aNewTask(period, { kind, subjectType: 'report', subjectId: report.id }),
    );
    await database.manager.query(
      `insert into task_decision (task_id, officer_id, appointment_id, outcome, artefact_hash, decided_at)
       values ($1, $2, $3, $4, $5, programme_now())`,
      [taskId, officerId, appointmentId, outcome, report.contentHash],
    );
  }
  expect(await about(city, report.id)).toMatchObject([
    { type: 'report.submitted', data: { tier: 'city', contentHash: report.contentHash } },
  ]);
});

test('what is taken back was no fact', async () => {
  const { order } = await anOrder(database.source, 2);
  const broken = inTransaction(database.source, async (manager) => {
    await new PaymentOrderRepository(manager).markSent(order.id, 'aa');
    throw new Error('taken back');
  });
  await expect(broken).rejects.toThrow('taken back');
  expect(await ofOrder(city, order.id)).toEqual([]);
});

test('many facts at once wake each receiver once', async () => {
  const since = await lastOutbox();
  await someCases(database.source, 40);
  const rows = await rowsOf<{ workflowId: string; count: number }>(
    database.manager,
    `select workflow_id as "workflowId", count(*)::int as count from outbox
      where kind = 'webhook' and id > $1 and workflow_id = $2 group by 1`,
    [since, `webhook:${city.id}`],
  );
  // Once for the decree, once for all the cases.
  expect(rows).toEqual([{ workflowId: `webhook:${city.id}`, count: 2 }]);
});

test('nothing is kept of what nobody waits for', async () => {
  await database.manager.query(`update webhook_endpoint set state = 'ended' where state <> 'ended'`);
  const { decreeId } = await aDecree(database.source, 1);
  expect(await rowsOf(database.manager, 'select from webhook_fact where subject_id = $1', [decreeId])).toEqual([]);
});

test('an endpoint that has ended stays so, and facts and attempts are never rewritten', async () => {
  await database.manager.query(`update webhook_endpoint set state = 'ended' where id = $1`, [city.id]);
  const again = `update webhook_endpoint set state = 'active' where id = $1`;
  await expect(database.manager.query(again, [city.id])).rejects.toThrow('stays so');
  await expect(database.manager.query(`update webhook_endpoint set url = 'https://other.example'`)).rejects.toThrow();
  for (const statement of [
    'delete from webhook_endpoint',
    'delete from webhook_delivery',
    `update webhook_fact set data = '{}'`,
    `update webhook_attempt set answer = ''`,
  ]) {
    await expect(database.manager.query(statement)).rejects.toThrow(/permission denied/);
    await expect(database.asOwner((manager) => manager.query(statement))).rejects.toThrow();
  }
});

test('triggers tell of every kind of fact that the domain knows', async () => {
  const rows = await rowsOf<{ text: string }>(
    database.manager,
    `select string_agg(pg_get_functiondef(oid), '') as text from pg_proc where proname like 'tell_webhooks_of_%'`,
  );
  const text = rows[0]?.text ?? '';
  for (const fact of WEBHOOK_FACTS.filter((one) => !one.startsWith('order.'))) expect(text).toContain(`'${fact}'`);
});

const lastOutbox = async (): Promise<string> =>
  (await rowsOf<{ id: string }>(database.manager, 'select coalesce(max(id), 0) as id from outbox'))[0]?.id ?? '0';
