import { type EscalationMoment, type Role, taskRule } from '#domain';
import { InboxRepository, inTransaction, rowOf, rowsOf, TaskLifeRepository, TaskRepository } from '#persistence';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { codeOf, setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { escalateDue, nextEscalation } from '#application';

const database = useDatabase(30);
const ROLES: readonly Role[] = ['dinsos_operator', 'dinsos_head', 'mayor', 'ppk', 'kpa'];
const made: { desk?: TaskServices; period?: MadePeriod; people: Partial<Record<Role, MadeOfficer>> } = { people: {} };

beforeAll(async () => {
  await setToday(database.source, '2023-03-27');
  made.desk = new TaskServices(database.source);
  made.period = await aPeriod(database.manager);
  for (const role of ROLES) made.people[role] = await anOfficer(database.manager, role);
});
beforeEach(() => setToday(database.source, '2023-03-27'));

const scene = () => {
  const { desk, period } = made;
  if (desk === undefined || period === undefined) throw new Error('made before');
  return { desk, period };
};
const who = (role: Role): string => {
  const officer = made.people[role];
  if (officer === undefined) throw new Error(`no ${role}`);
  return officer.officerId;
};

/** A task opened on Monday 27 March 2023, to be begun by the 29th and due on 10 April. */
async function aTask(kind: Parameters<typeof taskRule>[0] = 'report.city', dueOn = '2023-04-10') {
  const more = { kind, subjectType: 'report', dueOn, startDueOn: '2023-03-29' } as const;
  return (await openTask(database.source, aNewTask(scene().period, more))).taskId;
}
const look = (taskId: string) =>
  inTransaction(database.source, (manager) => escalateDue(manager, scene().desk, { taskId }));
const find = (taskId: string) => new TaskRepository(database.manager).find(taskId);
const steps = async (taskId: string): Promise<(string | null)[]> =>
  (await new TaskLifeRepository(database.manager).events(taskId))
    .filter(({ event }) => event === 'escalate')
    .map(({ step }) => step);
const notified = async (taskId: string, role: Role) =>
  rowsOf<{ step: EscalationMoment['step'] }>(
    database.manager,
    `select details ->> 'step' as step from notification where task_id = $1 and officer_id = $2 order by id`,
    [taskId, who(role)],
  ).then((rows) => rows.map(({ step }) => step));

test('silence: the office and the one above are told, step by step, and then the office above owns it, too', async () => {
  const taskId = await aTask();
  expect(await inTransaction(database.source, (manager) => nextEscalation(manager, scene().desk, { taskId }))).toBe(
    '2023-03-30T01:00:00.000Z',
  );
  const next: (string | undefined)[] = [];
  for (const day of ['2023-03-30', '2023-04-06', '2023-04-11', '2023-04-12']) {
    await setToday(database.source, day);
    next.push(await look(taskId));
  }
  expect(next).toEqual(['2023-04-06T01:00:00.000Z', '2023-04-11T01:00:00.000Z', '2023-04-12T01:00:00.000Z', undefined]);
  expect(await steps(taskId)).toEqual(['start', 'remind', 'late', 'owner']);
  expect(await notified(taskId, 'dinsos_operator')).toEqual(['start', 'remind', 'late']);
  expect(await notified(taskId, 'dinsos_head')).toEqual(['start', 'late', 'owner']);
  expect(await find(taskId)).toMatchObject({ escalations: 1, addedRoles: ['dinsos_head'], state: 'ready' });

  const { desk } = scene();
  await desk.events.act(await desk.by(who('dinsos_head')), taskId, 'claim');
  expect(await find(taskId)).toMatchObject({ ownerId: who('dinsos_head') });
  const audited = await rowsOf(
    database.manager,
    `select from audit_entry where action = 'task.escalated' and subject_id = $1`,
    [taskId],
  );
  expect(audited).toHaveLength(3);
});

test('an added owner does not take the right to act from the office whose task it is', async () => {
  const { desk } = scene();
  const taskId = await aTask();
  await setToday(database.source, '2023-04-12');
  await look(taskId);
  await desk.events.act(await desk.by(who('dinsos_operator')), taskId, 'claim');
  expect(await codeOf(desk.events.act(await desk.by(who('dinsos_head')), taskId, 'claim'))).toBe('TASK_HELD');
});

test('where money moves the office above is told and may not decide', async () => {
  const { desk } = scene();
  const taskId = await aTask('closing.set');
  await setToday(database.source, '2023-04-12');
  await look(taskId);
  expect((await notified(taskId, 'kpa')).toSorted()).toEqual(['late', 'owner', 'start']);
  expect(await find(taskId)).toMatchObject({ addedRoles: [], state: 'ready' });
  const decision = { outcome: 'approved', artefactHash: 'hash', details: {} } as const;
  expect(await codeOf(desk.decisions.decide(await desk.by(who('kpa')), taskId, decision))).toBe('ROLE_NOT_PERMITTED');
});

test('however many workers look at the same time, each step happens once', async () => {
  const taskId = await aTask();
  await setToday(database.source, '2023-04-12');
  await Promise.all(Array.from({ length: 8 }, () => look(taskId)));
  expect((await steps(taskId)).toSorted()).toEqual(['late', 'owner', 'remind', 'start']);
  expect(await find(taskId)).toMatchObject({ escalations: 1 });
  expect((await notified(taskId, 'dinsos_head')).toSorted()).toEqual(['late', 'owner', 'start']);
});

test('a deadline and a decision at the same instant have one winner, and the row says which', async () => {
  const { desk } = scene();
  const decision = { outcome: 'submitted', artefactHash: 'hash', details: {} } as const;
  for (let round = 0; round < 10; round += 1) {
    await setToday(database.source, '2023-03-27');
    const taskId = await aTask();
    await setToday(database.source, '2023-04-11');
    const decide = async () => codeOf(desk.decisions.decide(await desk.by(who('dinsos_operator')), taskId, decision));
    const [code] = await Promise.all([decide(), look(taskId)]);
    // Late takes nothing away: the decision stands in every case.
    expect(code).toBeUndefined();
    const row = await find(taskId);
    expect(row?.state).toBe('completed');
    expect((await steps(taskId)).length).toBe(row?.escalations === 0 ? 0 : 3);
    const order = await rowsOf<{ event: string }>(
      database.manager,
      `select event from task_event where task_id = $1 order by id`,
      [taskId],
    );
    // Nothing is escalated after it was decided.
    expect(order.at(-1)?.event).toBe('decide');
  }
});

test('an extended deadline is reminded of anew, and the workflow is told to move its timer', async () => {
  const { desk } = scene();
  const taskId = await aTask();
  await setToday(database.source, '2023-04-11');
  await look(taskId);
  const by = await desk.by(who('dinsos_head'));
  await desk.events.act(by, taskId, 'extend', { dueOn: '2023-04-18', reason: 'The bank is late' });
  const message = await rowOf<{ payload: unknown }>(
    database.manager,
    `select payload from outbox where kind = 'deadline' and payload ->> 'taskId' = $1`,
    [taskId],
  );
  expect(message?.payload).toEqual({ taskId });
  expect(await look(taskId)).toBe('2023-04-17T01:00:00.000Z');
  // Over Idulfitri: the 19th to the 25th are no working days.
  await setToday(database.source, '2023-04-17');
  expect(await look(taskId)).toBe('2023-04-26T01:00:00.000Z');
  await setToday(database.source, '2023-04-26');
  expect(await look(taskId)).toBe('2023-04-27T01:00:00.000Z');
  expect(await find(taskId)).toMatchObject({ escalations: 2 });
});

test('while it waits for another party nothing is escalated; taken up again the clock runs on', async () => {
  const { desk } = scene();
  const taskId = await aTask();
  const by = async () => desk.by(who('dinsos_operator'));
  await desk.events.act(await by(), taskId, 'start');
  const command = { reason: 'The bank owes the answer', until: '2023-05-02', waitingFor: 'bank_officer' } as const;
  await desk.events.act(await by(), taskId, 'suspend', command);
  expect(await find(taskId)).toMatchObject({ waitingFor: 'bank_officer', state: 'suspended' });

  await setToday(database.source, '2023-04-27');
  expect(await look(taskId)).toBe('2023-05-01T17:01:00.000Z');
  expect(await steps(taskId)).toEqual([]);
  await desk.events.act(await by(), taskId, 'resume');
  expect(await find(taskId)).toMatchObject({ waitingFor: null, state: 'in_progress' });
  const dueOn = (await find(taskId))?.dueOn ?? '';
  expect(dueOn > '2023-05-01').toBe(true);
  expect((await look(taskId)) ?? '').toBe(`${desk.calendar.isWorkingDay(dueOn) ? before(dueOn) : ''}T01:00:00.000Z`);
});

const before = (day: string): string => {
  const { calendar } = scene().desk;
  for (let back = 1; ; back += 1) {
    const earlier = new Date(Date.parse(day) - back * 86_400_000).toISOString().slice(0, 10);
    if (calendar.isWorkingDay(earlier)) return earlier;
  }
};

test('the holder is reminded on the day they asked for; a day that is past is refused with its field', async () => {
  const { desk } = scene();
  const taskId = await aTask();
  const by = async () => desk.by(who('dinsos_operator'));
  expect(await codeOf(desk.events.act(await by(), taskId, 'set-reminder', { followUpOn: '2023-04-03' }))).toBe(
    'TASK_NOT_HELD',
  );
  await desk.events.act(await by(), taskId, 'claim');
  await expect(desk.events.act(await by(), taskId, 'set-reminder', { followUpOn: '2023-03-27' })).rejects.toMatchObject(
    {
      code: 'FOLLOW_UP_NOT_LATER',
      details: { refusals: [{ code: 'FOLLOW_UP_NOT_LATER', field: 'followUpOn', details: { than: '2023-03-27' } }] },
    },
  );
  await desk.events.act(await by(), taskId, 'set-reminder', { followUpOn: '2023-04-03', reason: 'Ask Kranji again' });
  expect(await find(taskId)).toMatchObject({ followUpOn: '2023-04-03', dueOn: '2023-04-10' });

  expect(await look(taskId)).toBe('2023-04-03T01:00:00.000Z');
  await setToday(database.source, '2023-04-03');
  await look(taskId);
  expect(await notified(taskId, 'dinsos_operator')).toEqual(['follow-up']);
  expect(await find(taskId)).toMatchObject({ followUpOn: null, escalations: 0 });
});

test('an added owner finds the task in the inbox and among the candidates, and no other office does', async () => {
  const { desk } = scene();
  const taskId = await aTask();
  await setToday(database.source, '2023-04-12');
  await look(taskId);
  const { actor } = await desk.by(who('dinsos_head'));
  const inbox = new InboxRepository(database.manager);
  const pool = await inbox.page(actor.officerId, actor.appointments, { view: 'pool', limit: 200 });
  expect(pool.map(({ id }) => id)).toContain(taskId);
  const mayor = await desk.by(who('mayor'));
  const others = await inbox.page(mayor.actor.officerId, mayor.actor.appointments, { view: 'pool', limit: 200 });
  expect(others.map(({ id }) => id)).not.toContain(taskId);
});
