import { followUse } from '#application';
import { CaseRepository, inTransaction, PaymentOrderRepository, rowsOf, TreasuryReturnRepository } from '#persistence';
import { aLine, anUnusedOrder, applyFile } from '../../support/factories/orders.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const DAYS = { visit: '2023-05-01', decide: '2023-05-15', start: null };

/** Three families that had not used their money at the cut-off, each with a case and an open visit at one desk or more. */
async function threeCases() {
  const made = await anUnusedOrder(database.source, 3);
  const cases = new CaseRepository(database.manager);
  const desks = await cases.openForOrder(made.order.id, `desk:${nextNumber()}:`, '2023-06-25');
  for (const { workflowId } of desks) await cases.openTasks(workflowId, DAYS);
  return { ...made, cases, deskIds: desks.map(({ workflowId }) => workflowId) };
}

type Made = Awaited<ReturnType<typeof threeCases>>;

const laterUse = (made: Made, used: readonly string[]) =>
  applyFile(
    database.source,
    made.order,
    'usage',
    made.ids.map((id) =>
      used.includes(id) ? aLine(id, 'transacted', { onDate: '2023-05-02' }) : aLine(id, 'not_transacted'),
    ),
  );

const endUsed = (made: Made) =>
  inTransaction(database.source, (manager) => new CaseRepository(manager).endUsed(made.order.id));

const casesOf = async ({ periodId, cases }: Made) =>
  (await cases.page({ periodId, territories: ['32.75'], limit: 10 }))
    .map(({ state, money, openTaskId }) => [state, money, openTaskId === null ? 'no task' : 'a task'])
    .sort();

test('a family that uses its money after the cut-off needs no visit: its case ends and its task is closed, once', async () => {
  const made = await threeCases();
  await laterUse(made, made.ids.slice(0, 1));

  expect(await endUsed(made)).toHaveLength(1);
  expect(await endUsed(made)).toEqual([]);
  expect(await casesOf(made)).toEqual([
    ['to_visit', 'in_account', 'a task'],
    ['to_visit', 'in_account', 'a task'],
    ['used', 'used', 'no task'],
  ]);
  const open = await Promise.all(made.deskIds.map((deskId) => made.cases.openCount(deskId)));
  expect(open.reduce((sum, count) => sum + count, 0)).toBe(2);
  const left = await database.manager.query(
    `select count(*)::int as tasks from task t join task_event e on e.task_id = t.id and e.event = 'exit' and e.reason = 'used'
      where t.period_id = $1 and t.closed_reason = 'used'`,
    [made.periodId],
  );
  expect(left).toEqual([{ tasks: 1 }]);
});

test('what goes back although it was to be kept is told apart, in each case, desk and return', async () => {
  const made = await threeCases();
  const decide = (id: string | undefined, outcome: string) =>
    database.manager.query(
      `update follow_up_case c set state = 'decided', outcome = case $2 when 'keep' then 'assist' else 'return_at_deadline' end, money_decided = $2, decided_at = now()
         from entitlement e where e.id = c.entitlement_id and e.end_to_end_id = $1`,
      [id, outcome],
    );
  await decide(made.ids[0], 'keep');
  await decide(made.ids[1], 'return');
  await decide(made.ids[2], 'keep');
  await laterUse(made, made.ids.slice(2));
  expect(await endUsed(made)).toEqual([]);

  const returns = new TreasuryReturnRepository(database.manager);
  expect(await returns.draft(made.order.id)).toMatchObject({ families: 2, toKeepFamilies: 1 });
  await inTransaction(database.source, (manager) => new TreasuryReturnRepository(manager).hold(made.order));
  await applyFile(
    database.source,
    made.order,
    'return',
    made.ids.slice(0, 2).map((id) => aLine(id, 'returned')),
  );

  expect((await casesOf(made)).map(([state, money]) => [state, money])).toEqual([
    ['decided', 'returned'],
    ['decided', 'returned_though_kept'],
    ['decided', 'used'],
  ]);
  const desks = await made.cases.desks(made.periodId, ['32.75'], '2023-01-01', 5);
  expect(desks).toMatchObject([{ decided: 3, used: 0, returnedThoughKept: 1 }]);
  expect(await returns.find(made.order.id)).toMatchObject({ toKeepFamilies: 1 });
});

const followUpBegins = ({ periodId, cityCode }: Made, state = 'running') =>
  database.manager.query(
    `insert into stage_progress (period_id, city_code, stage, state, started_at) values ($1, $2, 'follow-up', $3, now())`,
    [periodId, cityCode, state],
  );
const follow = (made: Made) => inTransaction(database.source, (manager) => followUse(manager, made.order));

test('a family found not to have transacted when the desks have begun gets a case and a desk that is told, once', async () => {
  const made = await threeCases();
  await database.manager.query(`update payment_order set execution_on = programme_today() where id = $1`, [
    made.order.id,
  ]);
  await database.asOwner((manager) =>
    manager.query(
      'delete from follow_up_case where entitlement_id = (select id from entitlement where end_to_end_id = $1)',
      [made.ids[2]],
    ),
  );
  const late = async () =>
    rowsOf<{ deskId: string; payload: { schedule: { deadlineAt: string } } }>(
      database.manager,
      `select workflow_id as "deskId", payload from outbox where kind = 'desk' and workflow_id like 'desk:period:sembako:' || $1 || '%'`,
      [made.code],
    );
  const order = await new PaymentOrderRepository(database.manager).find(made.order.id);
  await follow({ ...made, order });
  expect(await late()).toEqual([]);

  await followUpBegins(made);
  await follow({ ...made, order });
  await follow({ ...made, order });
  expect(await late()).toMatchObject([
    {
      deskId: expect.stringMatching(/:late$/) as string,
      payload: { escalations: 0, schedule: { deadlineAt: expect.stringContaining('T16:59:59') as string } },
    },
  ]);
  expect(await casesOf(made)).toHaveLength(3);
});

test('past the last day of use nobody is visited any more: the money goes back', async () => {
  const made = await threeCases();
  await database.asOwner((manager) =>
    manager.query('delete from follow_up_case where period_id = $1', [made.periodId]),
  );
  await database.manager.query(`update payment_order set execution_on = '2021-03-20' where id = $1`, [made.order.id]);
  await followUpBegins(made, 'done');
  await follow({ ...made, order: await new PaymentOrderRepository(database.manager).find(made.order.id) });
  expect(await casesOf(made)).toEqual([]);
});
