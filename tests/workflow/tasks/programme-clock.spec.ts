import { clockSignal } from '#workflows/tasks/tasks.messages.js';
import { nobodyDecides } from '../../support/workflows/fake-people.js';
import { DAY } from '../../support/workflows/fake-programme.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();
/** The return that waits for a day: fifty days from now. */
async function aReturnIn50Days(offsetMs = 0) {
  const { run, fake } = server.programme();
  fake.offsetMs = offsetMs;
  const startsAt = (await server.env.currentTimeMs()) + 50 * DAY;
  fake.returnStartsAt = () => Promise.resolve(new Date(startsAt).toISOString());
  const input = { periodId: run, cityCode: '32.75', orderId: `${run}/order`, returnOn: '2023-01-01' };
  const handle = await server.begin('treasuryReturnWorkflow', `return:${run}`, input);
  const days = async () => Math.round(await server.daysOf(handle.workflowId));
  return { fake, handle, days };
}

test('a return waits for its day', async () => {
  const { fake, handle, days } = await aReturnIn50Days();
  await server.env.sleep(49 * DAY);
  expect(fake.calls).not.toContain('prepareReturn');

  await handle.result();
  expect(await days()).toBe(50);
});

test('a calendar that is ahead when the workflow starts shortens the wait', async () => {
  const { handle, days } = await aReturnIn50Days(30 * DAY);
  await handle.result();
  expect(await days()).toBe(20);
});

test('a calendar moved past the day ends the wait at once', async () => {
  const { fake, handle, days } = await aReturnIn50Days();
  await server.env.sleep(2 * DAY);
  fake.offsetMs = 60 * DAY;
  await handle.signal(clockSignal, { offsetMs: 60 * DAY });

  await handle.result();
  expect(await days()).toBe(2);
});

test('a calendar moved short of the day leaves the rest of the wait', async () => {
  const { handle, days } = await aReturnIn50Days();
  await server.env.sleep(5 * DAY);
  for (const moved of [10, 20]) await handle.signal(clockSignal, { offsetMs: moved * DAY });

  await handle.result();
  expect(await days()).toBe(30);
});

test('a calendar moved past a task’s deadline makes it late, once', async () => {
  const { run, fake } = server.programme({ people: nobodyDecides('return.instruct') });
  fake.returnStartsAt = () => Promise.resolve(new Date(0).toISOString());
  const input = { periodId: run, cityCode: '32.75', orderId: `${run}/order`, returnOn: '2023-01-01' };
  const handle = await server.begin('treasuryReturnWorkflow', `return:${run}`, input);
  while (fake.opened('return.instruct').length === 0) await server.env.sleep(60_000);
  for (const moved of [10, 20]) await handle.signal(clockSignal, { offsetMs: moved * DAY });
  await server.env.sleep(60_000);
  expect(fake.escalations).toHaveLength(1);

  await fake.decide(fake.task('return.instruct'), { outcome: 'approved' });
  await handle.result();
});
