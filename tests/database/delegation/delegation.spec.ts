import { inTransaction, InboxRepository, TaskLifeRepository, TaskRepository } from '#persistence';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { planOf } from '../../support/factories/query-plan.js';
import { codeOf, setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { returnToPrincipals } from '#application';

const database = useDatabase();
const made: { desk?: TaskServices; period?: MadePeriod } = {};
const DECISION = { outcome: 'approved', artefactHash: 'hash', details: { outcome: 'assist' } } as const;
const DAYS = { validFrom: '2023-03-06', validTo: '2023-03-10' };

beforeAll(async () => {
  made.desk = new TaskServices(database.source);
  await setToday(database.source, '2023-03-06');
  made.period = await aPeriod(database.manager);
});
beforeEach(() => setToday(database.source, '2023-03-06'));

/** A case, the operator who is away, the colleague who stands in, and a third. */
async function anAbsence() {
  const { desk, period } = made;
  if (desk === undefined || period === undefined) throw new Error('the desk is there while specs run');
  const more = { kind: 'follow-up.decide', subjectType: 'case', territoryCode: '32.75.02.1001' } as const;
  const open = async () => (await openTask(database.source, aNewTask(period, more))).taskId;
  const [absent, standIn, third] = [await operator(), await operator(), await operator()];
  const taskId = await open();
  await desk.events.act(await desk.by(absent.officerId), taskId, 'claim');
  return { desk, open, taskId, absent, standIn, third };
}
const operator = (): Promise<MadeOfficer> => anOfficer(database.manager, 'dinsos_operator');
const rowOfTask = (taskId: string) => new TaskRepository(database.manager).find(taskId);

test('who stands in takes what the absent officer holds, and decides it for them', async () => {
  const { desk, taskId, absent, standIn } = await anAbsence();
  await desk.delegate(absent, standIn);
  const taken = await desk.events.act(await desk.by(standIn.officerId), taskId, 'claim');
  expect(taken).toMatchObject({ state: 'reserved', ownerId: standIn.officerId, delegatedByName: absent.fullName });

  await desk.decisions.decide(await desk.by(standIn.officerId), taskId, DECISION);
  const [decision] = await new TaskRepository(database.manager).decisions([taskId]);
  expect(decision).toMatchObject({ officer: standIn.fullName, actedFor: absent.fullName });
  const events = await new TaskLifeRepository(database.manager).events(taskId);
  expect(events.map(({ event, onBehalfOf }) => [event, onBehalfOf])).toEqual([
    ['claim', null],
    ['claim', absent.fullName],
    ['decide', null],
  ]);
});

test('the absent officer may act themselves, and a stranger may not', async () => {
  const { desk, taskId, absent, standIn, third } = await anAbsence();
  await desk.delegate(absent, standIn);
  expect(await codeOf(desk.events.act(await desk.by(third.officerId), taskId, 'claim'))).toBe('TASK_HELD');
  expect(await codeOf(desk.decisions.decide(await desk.by(absent.officerId), taskId, DECISION))).toBeUndefined();
});

test.each(['before its first day', 'after its last day', 'once it was ended'])('%s it gives no right', async (when) => {
  const { desk, taskId, absent, standIn } = await anAbsence();
  const days = when === 'before its first day' ? { validFrom: '2023-03-07', validTo: '2023-03-10' } : DAYS;
  const { id } = await desk.delegate(absent, standIn, days);
  if (when === 'after its last day') await setToday(database.source, '2023-03-13');
  if (when === 'once it was ended') await desk.delegations.end(await desk.by(absent.officerId), id);
  expect(await codeOf(desk.events.act(await desk.by(standIn.officerId), taskId, 'claim'))).toBe('TASK_HELD');
});

test('after the last day a decision is refused, and what was held goes back, once', async () => {
  const { desk, taskId, absent, standIn } = await anAbsence();
  await desk.delegate(absent, standIn);
  await desk.events.act(await desk.by(standIn.officerId), taskId, 'claim');
  await setToday(database.source, '2023-03-13');
  expect(await codeOf(desk.decisions.decide(await desk.by(standIn.officerId), taskId, DECISION))).toBe(
    'DELEGATION_ENDED',
  );
  const back = () => inTransaction(database.source, (manager) => returnToPrincipals(manager));
  expect([await back(), await back()]).toEqual([1, 0]);
  expect(await rowOfTask(taskId)).toMatchObject({ state: 'reserved', ownerId: absent.officerId, delegatedBy: null });
});

test('ended early everything held by it goes back in the same moment, also what is suspended', async () => {
  const { desk, open, taskId, absent, standIn } = await anAbsence();
  const asleep = await open();
  await desk.events.act(await desk.by(absent.officerId), asleep, 'claim');
  const { id } = await desk.delegate(absent, standIn);
  for (const each of [taskId, asleep]) await desk.events.act(await desk.by(standIn.officerId), each, 'claim');
  const rest = { reason: 'Waiting for a letter', until: '2023-03-20' };
  await desk.events.act(await desk.by(standIn.officerId), asleep, 'suspend', rest);
  await desk.delegations.end(await desk.by(standIn.officerId), id);
  expect(await rowOfTask(taskId)).toMatchObject({ state: 'reserved', ownerId: absent.officerId, delegationId: null });
  expect(await rowOfTask(asleep)).toMatchObject({ state: 'suspended', ownerId: absent.officerId, delegationId: null });
});

test('ended while it is being decided: either the decision stands or the task is back, never both', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { desk, taskId, absent, standIn } = await anAbsence();
    const { id } = await desk.delegate(absent, standIn);
    await desk.events.act(await desk.by(standIn.officerId), taskId, 'claim');
    const [decider, ender] = [await desk.by(standIn.officerId), await desk.by(absent.officerId)];
    const [refusal] = await Promise.all([
      codeOf(desk.decisions.decide(decider, taskId, DECISION)),
      desk.delegations.end(ender, id),
    ]);
    const row = await rowOfTask(taskId);
    if (refusal === undefined) expect(row).toMatchObject({ state: 'completed' });
    else expect([refusal, row?.state, row?.ownerId]).toEqual(['TASK_HELD', 'reserved', absent.officerId]);
  }
});

test('when somebody in the middle comes back, the end of the chain has no right any more', async () => {
  const { desk, taskId, absent, standIn, third } = await anAbsence();
  await desk.delegate(absent, standIn);
  const { id } = await desk.delegate(standIn, third);
  await desk.events.act(await desk.by(third.officerId), taskId, 'claim');
  await desk.delegations.end(await desk.by(standIn.officerId), id);
  expect(await rowOfTask(taskId)).toMatchObject({ ownerId: absent.officerId });
  expect(await codeOf(desk.decisions.decide(await desk.by(third.officerId), taskId, DECISION))).toBe('TASK_HELD');
  expect(await codeOf(desk.decisions.decide(await desk.by(standIn.officerId), taskId, DECISION))).toBeUndefined();
});

test('a circle is refused with its day and names, also when both are saved at the same moment', async () => {
  const { desk, absent, standIn } = await anAbsence();
  const saved = await Promise.allSettled([desk.delegate(absent, standIn), desk.delegate(standIn, absent)]);
  expect(saved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = saved.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({ code: 'DELEGATION_CYCLE' });
  const { details } = refused.reason as { details: { refusals: { field: string; details: { names: string } }[] } };
  expect(details.refusals[0]).toMatchObject({ field: 'toOfficerId', details: { day: '2023-03-06' } });
  expect(details.refusals[0]?.details.names).toContain(absent.fullName);
});

test('the database refuses a second delegation of one office on one day', async () => {
  const { desk, absent, standIn, third } = await anAbsence();
  await desk.delegate(absent, standIn);
  await expect(
    database.manager.query(
      `insert into office_delegation (from_officer_id, to_officer_id, appointment_id, to_appointment_id, valid_from,
                                      valid_to, reason, created_at)
       values ($1, $2, $3, $4, '2023-03-10', '2023-03-11', 'Twice', now())`,
      [absent.officerId, third.officerId, absent.appointmentId, third.appointmentId],
    ),
  ).rejects.toMatchObject({ constraint: 'office_delegation_once' });
});

test('the inbox shows what comes to the absent officer, apart and among one’s own, and finds it by an index', async () => {
  const { desk, taskId, absent, standIn } = await anAbsence();
  const inbox = async (view: 'waiting' | 'behalf') => {
    const { actor } = await desk.by(standIn.officerId);
    const filter = { view, limit: 500 };
    return new InboxRepository(database.manager).page(actor.officerId, actor.appointments, filter, actor.standsFor);
  };
  const holds = async (view: 'waiting' | 'behalf') => (await inbox(view)).some(({ id }) => id === taskId);
  expect([await holds('waiting'), await holds('behalf')]).toEqual([false, false]);
  await desk.delegate(absent, standIn);
  expect([await holds('waiting'), await holds('behalf')]).toEqual([true, true]);

  const { actor } = await desk.by(standIn.officerId);
  const plan = await inTransaction(database.source, async (manager) => {
    await manager.query('set local enable_seqscan = off');
    return planOf(manager, (listening) =>
      new InboxRepository(listening).page(
        actor.officerId,
        actor.appointments,
        { view: 'behalf', limit: 50 },
        actor.standsFor,
      ),
    );
  });
  // Which of the two is cheaper depends on how many rows other specs' statistics saw; neither reads the whole table.
  expect(plan).toMatch(/Index Scan using ix_task_(city|pool) on task t/);
});

test('quota and budget stay with the office itself', async () => {
  const { desk, period } = { desk: made.desk, period: made.period };
  if (desk === undefined || period === undefined) throw new Error('the desk is there while specs run');
  const [absent, standIn] = [
    await anOfficer(database.manager, 'treasurer'),
    await anOfficer(database.manager, 'treasurer'),
  ];
  const { taskId } = await openTask(database.source, aNewTask(period, { kind: 'payment.release' }));
  await desk.events.act(await desk.by(absent.officerId), taskId, 'claim');
  await desk.delegate(absent, standIn);
  expect(await codeOf(desk.events.act(await desk.by(standIn.officerId), taskId, 'claim'))).toBe(
    'DELEGATION_MATTER_CLOSED',
  );
});
