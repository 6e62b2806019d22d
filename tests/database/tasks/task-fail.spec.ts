import { CaseRepository, inTransaction, OutboxRepository, rowOf, rowsOf } from '#persistence';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { anOrder } from '../../support/factories/orders.js';
import { aPeriod } from '../../support/factories/periods.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { codeOf, setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const made: { desk?: TaskServices; tksk?: MadeOfficer } = {};
const WISH = { reason: 'The road is flooded' };

beforeAll(async () => {
  await setToday(database.source, '2023-03-06');
  made.desk = new TaskServices(database.source);
  made.tksk = await anOfficer(database.manager, 'tksk', { territoryCode: '32.75' });
});

const scene = () => {
  const { desk, tksk } = made;
  if (desk === undefined || tksk === undefined) throw new Error('made before the specs');
  return { desk, tksk };
};

/** A desk with one case of a family that did not transact. */
async function aDesk() {
  const { made: period, order } = await anOrderWithCase();
  const prefix = `desk:${nextNumber()}:`;
  const open = () =>
    inTransaction(database.source, async (manager) => {
      const cases = new CaseRepository(manager);
      const [desk] = await cases.openForOrder(order.id, prefix, '2023-06-25');
      const deskId = desk?.workflowId ?? '';
      await cases.advance(deskId);
      await cases.openTasks(deskId, { visit: '2023-03-20', decide: '2023-03-20', start: null });
      return deskId;
    });
  return { open, period };
}

async function anOrderWithCase() {
  const order = await anOrder(database.source, 1);
  await database.manager.query(
    `update entitlement set state = 'not_transacted', credited_on = '2023-03-06' where order_id = $1`,
    [order.order.id],
  );
  return { made: order, order: order.order };
}

const tasksOf = (deskId: string) =>
  rowsOf<{ id: string; kind: string; state: string; chainKey: string }>(
    database.manager,
    `select id, kind, state, chain_key as "chainKey" from task where workflow_id = $1 order by created_at, id`,
    [deskId],
  );

test('a visit that fails is told to the desk, which opens it anew in the same chain, once', async () => {
  const { desk, tksk } = scene();
  const { open } = await aDesk();
  const deskId = await open();
  const [first] = await tasksOf(deskId);
  const taskId = first?.id ?? '';
  await desk.events.act(await desk.by(tksk.officerId), taskId, 'start');
  await desk.events.act(await desk.by(tksk.officerId), taskId, 'fail', WISH);

  const notified = (await new OutboxRepository(database.manager).waiting(1_000)).find(
    ({ workflowId }) => workflowId === deskId,
  );
  expect(notified?.payload).toEqual({ taskId, kind: 'follow-up.visit', outcome: 'failed' });
  await open();
  await open();
  const tasks = await tasksOf(deskId);
  expect(tasks.map(({ state }) => state).sort()).toEqual(['failed', 'ready']);
  expect(new Set(tasks.map(({ chainKey }) => chainKey)).size).toBe(1);

  const again = tasks.find(({ state }) => state === 'ready')?.id ?? '';
  const found = {
    outcome: 'submitted',
    artefactHash: await hashOf(again),
    details: { finding: 'pin_forgotten' },
  } as const;
  await desk.decisions.decide(await desk.by(tksk.officerId), again, found);
  await open();
  expect((await tasksOf(deskId)).map(({ kind }) => kind)).toContain('follow-up.decide');
});

const hashOf = async (taskId: string): Promise<string> =>
  (await rowOf<{ hash: string }>(database.manager, 'select artefact_hash as hash from task where id = $1', [taskId]))
    ?.hash ?? '';

test('only what the catalogue marks is skipped, with a reason, and its workflow is told', async () => {
  const { desk, tksk } = scene();
  const period = await aPeriod(database.manager);
  const report = aNewTask(period, { kind: 'report.kecamatan', territoryCode: '32.75.02' });
  const visit = aNewTask(period, { kind: 'follow-up.visit', territoryCode: '32.75.02.1001' });
  const skip = async (task: typeof report, command = WISH) => {
    const { taskId } = await openTask(database.source, task);
    await desk.events.act(await desk.by(tksk.officerId), taskId, 'claim');
    return { taskId, code: await codeOf(desk.events.act(await desk.by(tksk.officerId), taskId, 'skip', command)) };
  };

  expect((await skip(visit)).code).toBe('SKIP_NOT_ALLOWED');
  expect((await skip({ ...report, stepKey: 'no reason' }, { reason: ' ' })).code).toBe('REASON_REQUIRED');
  const { taskId, code } = await skip(report);
  expect(code).toBeUndefined();
  const notified = (await new OutboxRepository(database.manager).waiting(1_000)).filter(
    ({ workflowId }) => workflowId === report.workflowId,
  );
  expect(notified.map(({ payload }) => payload)).toEqual([{ taskId, kind: 'report.kecamatan', outcome: 'skipped' }]);
});
