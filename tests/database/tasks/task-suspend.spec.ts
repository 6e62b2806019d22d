import { inTransaction, TaskLifeRepository, TaskRepository } from '#persistence';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { codeOf, setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { escalateDue, resumeDueTasks } from '#application';

const database = useDatabase();
const made: { desk?: TaskServices; period?: MadePeriod; ppk?: MadeOfficer; kpa?: MadeOfficer } = {};

beforeAll(async () => {
  await setToday(database.source, '2023-03-06');
  made.desk = new TaskServices(database.source);
  made.period = await aPeriod(database.manager);
  made.ppk = await anOfficer(database.manager, 'ppk');
  made.kpa = await anOfficer(database.manager, 'kpa');
});

beforeEach(async () => {
  await setToday(database.source, '2023-03-06');
  await database.manager.query(`update task set state = 'exited', last_event = 'exit' where state = 'suspended'`);
});

const scene = () => {
  const { desk, period, ppk, kpa } = made;
  if (desk === undefined || period === undefined || ppk === undefined || kpa === undefined)
    throw new Error('made before');
  return { desk, period, ppk, kpa };
};

/** A task of the PPK, due on Monday 20 March 2023, held and suspended until Friday 10 March. */
async function suspended(until = '2023-03-10') {
  const { desk, period, ppk } = scene();
  const { taskId } = await openTask(database.source, aNewTask(period, { dueOn: '2023-03-20' }));
  const by = () => desk.by(ppk.officerId);
  await desk.events.act(await by(), taskId, 'start');
  const command = { reason: 'Waiting for the bank', until };
  const code = await codeOf(desk.events.act(await by(), taskId, 'suspend', command));
  return { desk, taskId, by, code };
}

const find = (taskId: string) => new TaskRepository(database.manager).find(taskId);
const look = (taskId: string) =>
  inTransaction(database.source, (manager) => resumeDueTasks(manager, scene().desk, 100, { taskId }));

test('a suspended task says why and until when, keeps its holder, and its clock stands still', async () => {
  const { taskId } = await suspended();
  expect(await find(taskId)).toMatchObject({
    state: 'suspended',
    resumeState: 'in_progress',
    ownerId: scene().ppk.officerId,
    suspendedOn: '2023-03-06',
    suspendedUntil: '2023-03-10',
    suspendedReason: 'Waiting for the bank',
    dueOn: '2023-03-20',
  });
});

test('resumed by hand after two working days it is due two working days later', async () => {
  const { desk, taskId, by } = await suspended();
  await setToday(database.source, '2023-03-08');
  await desk.events.act(await by(), taskId, 'resume');
  expect(await find(taskId)).toMatchObject({ state: 'in_progress', suspendedUntil: null, suspendedReason: null });
  expect((await find(taskId))?.dueOn).toBe(desk.calendar.addWorkingDays('2023-03-20', 2));
});

test('on its day it comes back by itself, once, however many look at the same time', async () => {
  const { desk, taskId } = await suspended();
  expect(await look(taskId)).toBe(0);
  await setToday(database.source, '2023-03-10');

  const counts = await Promise.all([look(taskId), look(taskId), look(taskId)]);

  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await find(taskId)).toMatchObject({
    state: 'in_progress',
    dueOn: desk.calendar.addWorkingDays('2023-03-20', 4),
  });
  const events = await new TaskLifeRepository(database.manager).events(taskId);
  expect(events.map(({ event, officer }) => [event, officer === null])).toEqual([
    ['start', false],
    ['suspend', false],
    ['resume', true],
  ]);
});

test.each([
  ['today', '2023-03-06', 'UNTIL_NOT_LATER'],
  ['a day that is past', '2023-03-01', 'UNTIL_NOT_LATER'],
  ['a year without a holiday decree', '2099-03-01', 'CALENDAR_YEAR_UNKNOWN'],
])('a suspension until %s is refused', async (_what, until, code) => {
  const { code: notified, taskId } = await suspended(until);
  expect(notified).toBe(code);
  expect((await find(taskId))?.state).toBe('in_progress');
});

test('nothing is decided while it is suspended', async () => {
  const { desk, taskId, by } = await suspended();
  const decision = { outcome: 'approved', artefactHash: 'hash', details: {} } as const;
  expect(await codeOf(desk.decisions.decide(await by(), taskId, decision))).toBe('TASK_SUSPENDED');
});

test('the office above extends the deadline with a reason; the holder does not', async () => {
  const { desk, period, ppk, kpa } = scene();
  const { taskId } = await openTask(database.source, aNewTask(period, { dueOn: '2023-03-20' }));
  const extend = async (officerId: string, dueOn: string, reason = 'The bank is late') =>
    codeOf(desk.events.act(await desk.by(officerId), taskId, 'extend', { dueOn, reason }));

  expect(await extend(ppk.officerId, '2023-03-27')).toBe('SUPERVISOR_ONLY');
  expect(await extend(kpa.officerId, '2023-03-27', '')).toBe('REASON_REQUIRED');
  expect(await extend(kpa.officerId, '2023-03-20')).toBe('DUE_NOT_LATER');
  expect(await extend(kpa.officerId, '2023-03-27')).toBeUndefined();
  expect(await find(taskId)).toMatchObject({ dueOn: '2023-03-27' });
});

test('what happens in silence is asked anew when the deadline moved, and late is said once', async () => {
  const { desk, taskId } = await suspended();
  const escalate = () => inTransaction(database.source, (manager) => escalateDue(manager, desk, { taskId }));

  // A minute into the tenth in Jakarta, which is what takes it up again.
  expect(await escalate()).toBe('2023-03-09T17:01:00.000Z');
  await setToday(database.source, '2023-03-10');
  // Four working days later than Monday the 20th: the 28th, for the 22nd and 23rd are holidays. A working day before.
  expect(await escalate()).toBe('2023-03-27T01:00:00.000Z');
  expect(await find(taskId)).toMatchObject({ state: 'in_progress', dueOn: '2023-03-28', escalations: 0 });

  await setToday(database.source, '2023-04-20');
  expect(await escalate()).toBeUndefined();
  expect(await escalate()).toBeUndefined();
  expect((await find(taskId))?.escalations).toBe(1);
});

test('a task of an office that nobody holds is only created, and whoever is appointed next takes it', async () => {
  const { desk, period } = scene();
  const place = '32.75.05.1003';
  const task = aNewTask(period, { kind: 'endorsement.lurah', territoryCode: place });
  const { taskId } = await openTask(database.source, task);
  expect((await find(taskId))?.state).toBe('created');

  const lurah = await anOfficer(database.manager, 'lurah', { territoryCode: place });
  await desk.events.act(await desk.by(lurah.officerId), taskId, 'claim');
  expect((await find(taskId))?.state).toBe('reserved');
});
