import { nobodyDecides } from '../../support/workflows/fake-people.js';
import { DAY, type FakeProgramme } from '../../support/workflows/fake-programme.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();

/** A treasury return whose first task nobody decides of their own accord. */
async function waiting() {
  const { run, fake } = server.programme({ people: nobodyDecides('return.instruct') });
  const input = { periodId: run, cityCode: '32.75', orderId: `${run}/order`, returnOn: '2023-01-01' };
  const handle = await server.begin('treasuryReturnWorkflow', `return:${run}`, input);
  await opened(fake, 1);
  return { fake, handle, openedAt: await server.env.currentTimeMs() };
}

async function opened(fake: FakeProgramme, times: number): Promise<void> {
  while (fake.opened('return.instruct').length < times) await server.env.sleep(DAY / 24);
}

test('a deadline that was moved is waited for, and only then the task is late', async () => {
  const { fake, handle, openedAt } = await waiting();
  const task = fake.task('return.instruct');
  fake.movedDeadlines.set(task.taskId, new Date(openedAt + 12 * DAY).toISOString());
  await server.env.sleep(40 * DAY);

  const late = fake.escalations.map(({ at }) => Math.round((at - openedAt) / DAY));
  expect(late).toEqual([12]);
  expect(fake.calls).not.toContain('instructReturn');
  await fake.decide(task, { outcome: 'approved' });
  await handle.result();
});

test('a task that failed is opened anew, as often as it fails, and the step goes on with the decision', async () => {
  const { fake, handle } = await waiting();
  for (const times of [2, 3]) {
    await fake.decide(fake.task('return.instruct'), { outcome: 'failed' });
    await opened(fake, times);
    expect(fake.calls).not.toContain('instructReturn');
  }

  await fake.decide(fake.task('return.instruct'), { outcome: 'approved' });
  await handle.result();
  expect(new Set([...fake.tasks.values()].map(({ stepKey }) => stepKey)).size).toBe(fake.tasks.size);
  expect(fake.opened('return.instruct')).toHaveLength(3);
  expect(fake.calls.filter((name) => name === 'instructReturn')).toHaveLength(1);
});
