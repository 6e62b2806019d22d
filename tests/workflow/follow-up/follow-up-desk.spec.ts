import { Context } from '@temporalio/activity';
import { deadlinesSignal } from '#workflows/tasks/tasks.messages.js';
import type { FakeCase } from '../../support/workflows/fake-desk.js';
import { DAY } from '../../support/workflows/fake-programme.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();

/** A desk on its first day: escalations 30 and 7 days before the deadline on day 105. */
async function aDesk(cases: readonly FakeCase[]) {
  const { run, fake } = server.programme();
  const deskId = `desk:${run}:32.75.02.1001`;
  const desk = fake.addDesk(deskId, cases);
  const startedAt = await server.env.currentTimeMs();
  const onDay = (day: number): string => new Date(startedAt + day * DAY).toISOString();
  const schedule = { escalateAt: [onDay(75), onDay(98)], deadlineAt: onDay(105) };
  const handle = await server.begin('followUpDeskWorkflow', deskId, { deskId, schedule, escalations: 0 });
  const day = () => server.daysOf(deskId);
  const escalatedOn = () => fake.escalations.map(({ at }) => (at - startedAt) / DAY);
  return { fake, desk, handle, day, escalatedOn };
}

test('cases that are visited and decided close the desk at once', async () => {
  const { desk, handle, day } = await aDesk([{ id: 'one' }, { id: 'two', returns: 1 }]);

  await expect(handle.result()).resolves.toEqual({ open: 0 });
  expect(desk.states).toEqual({ one: 'decided', two: 'decided' });
  expect([...desk.opened].sort()).toEqual([
    'one:1:to_decide',
    'one:1:to_visit',
    'two:1:to_decide',
    'two:1:to_visit',
    'two:2:to_decide',
    'two:2:to_visit',
  ]);
  expect(await day()).toBeLessThan(1);
});

test('105 days: escalated 30 and 7 days before, lapsed at the deadline, and only what was open', async () => {
  const { desk, handle, day, escalatedOn } = await aDesk([
    { id: 'reached' },
    { id: 'never visited', stopsAt: 'to_visit' },
    { id: 'never decided', stopsAt: 'to_decide' },
  ]);

  await handle.result();

  expect(desk.states).toEqual({ reached: 'decided', 'never visited': 'lapsed', 'never decided': 'lapsed' });
  expect(escalatedOn()).toHaveLength(2);
  expect(escalatedOn()[0]).toBeCloseTo(75, 2);
  expect(escalatedOn()[1]).toBeCloseTo(98, 2);
  expect(await day()).toBeCloseTo(105, 2);
});

test('a decision that comes between the escalations ends the waiting', async () => {
  const { fake, desk, handle, day, escalatedOn } = await aDesk([{ id: 'late', stopsAt: 'to_decide' }]);
  await server.env.sleep(80 * DAY);
  desk.decideNow('late');
  await fake.decide(
    { taskId: 'late:1:to_decide', kind: 'follow-up.decide', workflowId: handle.workflowId } as Parameters<
      typeof fake.decide
    >[0],
    { outcome: 'approved' },
  );

  await handle.result();
  expect(desk.states).toEqual({ late: 'decided' });
  expect(escalatedOn()).toHaveLength(1);
  expect(await day()).toBeCloseTo(80, 1);
});

test('a decision in the row when the deadline strikes wins, though its message is still on the way', async () => {
  const { fake, desk, handle } = await aDesk([
    { id: 'in time', stopsAt: 'to_decide' },
    { id: 'open', stopsAt: 'to_visit' },
  ]);
  const lapse = fake.lapseDesk.bind(fake);
  fake.lapseDesk = (deskId) => {
    desk.decideNow('in time');
    return lapse(deskId);
  };

  await handle.result();
  expect(desk.states).toEqual({ 'in time': 'decided', open: 'lapsed' });
});

test('a desk that starts when its dates are past escalates twice and lapses', async () => {
  const { run, fake } = server.programme();
  const deskId = `desk:${run}:late`;
  const desk = fake.addDesk(deskId, [{ id: 'open', stopsAt: 'to_visit' }]);
  const schedule = { escalateAt: ['2020-01-01T00:00:00Z', '2020-02-01T00:00:00Z'], deadlineAt: '2020-03-01T00:00:00Z' };
  const handle = await server.begin('followUpDeskWorkflow', deskId, { deskId, schedule, escalations: 0 });

  await handle.result();
  expect(fake.escalations).toHaveLength(2);
  expect(desk.states).toEqual({ open: 'lapsed' });
});

test('local work that fails is done again where operators see it', async () => {
  const { run, fake } = server.programme();
  const deskId = `desk:${run}:32.75.02.1001`;
  const desk = fake.addDesk(deskId, [{ id: 'one' }]);
  const advance = fake.advanceDesk.bind(fake);
  const places: boolean[] = [];
  fake.advanceDesk = async (id) => {
    const { isLocal } = Context.current().info;
    places.push(isLocal);
    if (isLocal) throw new Error('the database is away');
    return advance(id);
  };
  const schedule = { escalateAt: [], deadlineAt: '2100-01-01T00:00:00Z' };
  const handle = await server.begin('followUpDeskWorkflow', deskId, { deskId, schedule, escalations: 0 });

  await handle.result();
  expect(desk.states).toEqual({ one: 'decided' });
  // The first look at the desk is never local; each after it is, and then is not.
  expect(places.slice(0, 3)).toEqual([false, true, false]);
});

test('a desk wakes for its tasks, too: at the moment it is told, and at the next', async () => {
  const { run, fake } = server.programme();
  const deskId = `desk:${run}:32.75.02.1001`;
  fake.addDesk(deskId, [{ id: 'silent', stopsAt: 'to_visit' }]);
  const startedAt = await server.env.currentTimeMs();
  const onDay = (day: number): string => new Date(startedAt + day * DAY).toISOString();
  // Asked when it starts and when it wakes; escalating answers with the next.
  fake.deskMoments.set(deskId, [onDay(10), onDay(10), onDay(20), onDay(20)]);
  const schedule = { escalateAt: [onDay(75), onDay(98)], deadlineAt: onDay(105) };
  const handle = await server.begin('followUpDeskWorkflow', deskId, { deskId, schedule, escalations: 0 });
  await handle.result();
  const days = fake.escalations.map(({ at }) => Math.round((at - startedAt) / DAY));
  expect(days).toEqual([10, 20, 75, 98]);
});

test('a deadline that moved makes the desk ask anew at once', async () => {
  const { run, fake } = server.programme();
  const deskId = `desk:${run}:32.75.02.1001`;
  fake.addDesk(deskId, [{ id: 'silent', stopsAt: 'to_visit' }]);
  const startedAt = await server.env.currentTimeMs();
  const onDay = (day: number): string => new Date(startedAt + day * DAY).toISOString();
  fake.deskMoments.set(deskId, [onDay(40)]);
  const schedule = { escalateAt: [onDay(75), onDay(98)], deadlineAt: onDay(105) };
  const handle = await server.begin('followUpDeskWorkflow', deskId, { deskId, schedule, escalations: 0 });
  await server.env.sleep(5 * DAY);
  fake.deskMoments.set(deskId, [onDay(12), onDay(12)]);
  await handle.signal(deadlinesSignal, [{ taskId: 'one of the desk' }]);
  await handle.result();
  expect(fake.escalations.map(({ at }) => Math.round((at - startedAt) / DAY))).toEqual([12, 75, 98]);
});

test('a case that ends because its family used the money lets the desk end', async () => {
  const { desk, handle, day } = await aDesk([{ id: 'late user', stopsAt: 'to_visit' }]);
  await server.env.sleep(40 * DAY);
  desk.useNow('late user');
  await handle.signal(deadlinesSignal, [{}]);

  await expect(handle.result()).resolves.toEqual({ open: 0 });
  expect(await day()).toBeCloseTo(40, 1);
});
