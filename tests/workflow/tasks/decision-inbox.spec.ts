import { deliveredOf, nobodyDecides } from '../../support/workflows/fake-people.js';
import { DAY, type FakeProgramme } from '../../support/workflows/fake-programme.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';
import { deadlinesSignal, decisionsSignal } from '#workflows/tasks/tasks.messages.js';

const server = WorkflowServer.use();
const returnInput = (run: string) => ({
  periodId: run,
  cityCode: '32.75',
  orderId: `${run}/order`,
  returnOn: '2023-01-01',
});

/** A treasury return: two tasks one after the other, and nothing else to wait for. */
async function waitingFor(...kinds: Parameters<typeof nobodyDecides>) {
  const { run, fake } = server.programme({ people: nobodyDecides(...kinds) });
  const handle = await server.begin('treasuryReturnWorkflow', `return:${run}`, returnInput(run));
  return { run, fake, handle };
}

const isOpen = async (fake: FakeProgramme, kind: string): Promise<void> => {
  while (fake.opened(kind).length === 0) await server.env.sleep(DAY / 4);
};

test('a decision that is there before its task counts', async () => {
  const { fake, handle } = await waitingFor('return.instruct', 'return.confirm');
  const id = (kind: string) => `${handle.workflowId}|${kind}:32.75:${handle.workflowId.replace('return:', '')}/order:1`;
  await handle.signal(decisionsSignal, [
    { taskId: id('return.confirm'), kind: 'return.confirm', outcome: 'approved' },
    { taskId: id('return.instruct'), kind: 'return.instruct', outcome: 'approved' },
  ]);

  await handle.result();
  expect(fake.calls.filter((name) => name === 'confirmReturn')).toHaveLength(1);
  expect(fake.escalations).toEqual([]);
});

test('a decision told three times, alone and in a batch, is taken once', async () => {
  const { fake, handle } = await waitingFor('return.instruct');
  await isOpen(fake, 'return.instruct');
  const notified = deliveredOf(fake.task('return.instruct'), { outcome: 'approved' });
  await handle.signal(decisionsSignal, [notified]);
  await handle.signal(decisionsSignal, [notified, notified]);

  await handle.result();
  expect(fake.calls.filter((name) => name === 'instructReturn')).toHaveLength(1);
  expect(fake.opened('return.confirm')).toHaveLength(1);
});

test('decisions on tasks of others are left alone', async () => {
  const { fake, handle } = await waitingFor('return.instruct');
  await isOpen(fake, 'return.instruct');
  await handle.signal(decisionsSignal, [{ taskId: 'somebody else’s', kind: 'return.instruct', outcome: 'approved' }]);
  await server.env.sleep(DAY);
  expect(fake.calls).not.toContain('instructReturn');

  await fake.decide(fake.task('return.instruct'), { outcome: 'approved' });
  await handle.result();
});

test('silence escalates once, when the deadline passes, and never decides', async () => {
  const { fake, handle } = await waitingFor('return.instruct');
  await isOpen(fake, 'return.instruct');
  const openedAt = await server.env.currentTimeMs();
  await server.env.sleep(40 * DAY);

  expect(fake.calls).not.toContain('instructReturn');
  expect(fake.escalations).toHaveLength(1);
  const [{ at } = { at: 0 }] = fake.escalations;
  expect(at - openedAt).toBeGreaterThan(4 * DAY);
  expect(at - openedAt).toBeLessThanOrEqual(5 * DAY + 60_000);

  await fake.decide(fake.task('return.instruct'), { outcome: 'approved' });
  await handle.result();
  expect(fake.effects.get(`${fake.task('return.instruct').subject.id} return`)).toBe('confirmed');
});

test('a deadline that moved nearer is asked for at once, not when the old timer fires', async () => {
  const { fake, handle } = await waitingFor('return.instruct');
  await isOpen(fake, 'return.instruct');
  const openedAt = await server.env.currentTimeMs();
  const { taskId } = fake.task('return.instruct');
  fake.movedDeadlines.set(taskId, new Date(openedAt + 2 * DAY).toISOString());
  await handle.signal(deadlinesSignal, [{ taskId }]);
  await server.env.sleep(10 * DAY);
  expect(fake.escalations.map(({ at }) => Math.round((at - openedAt) / DAY))).toEqual([2]);

  await handle.signal(deadlinesSignal, [{ taskId: 'somebody else’s' }]);
  await server.env.sleep(DAY);
  expect(fake.escalations).toHaveLength(1);
  // Silent for good, it is asked again when its own deadline moves, or every deadline of the workflow.
  await handle.signal(deadlinesSignal, [{}]);
  await server.env.sleep(DAY);
  expect(fake.escalations).toHaveLength(2);
  await fake.decide(fake.task('return.instruct'), { outcome: 'approved' });
  await handle.result();
});
