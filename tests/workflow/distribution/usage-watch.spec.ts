import { DAY } from '../../support/workflows/fake-programme.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();

/** The times at which the bank was asked again. */
const timesAsked = (calls: readonly string[]): number => calls.filter((name) => name === 'requestUsageToday').length;

test('between cut-off and deadline the bank is asked again, and the watch ends by itself', async () => {
  const { run, fake } = server.programme();
  await fake.startStage(run, '32.75', 'distribution');
  const handle = await server.begin('usageWatchWorkflow', `usage:${run}/order`, `${run}/order`);
  await handle.result();

  expect(timesAsked(fake.calls)).toBe(2);
  expect(await server.daysOf(handle.workflowId)).toBeCloseTo(58, 2);
});

test('a calendar that has passed several of the days asks once for all of them', async () => {
  const { run, fake } = server.programme();
  await fake.startStage(run, '32.75', 'distribution');
  fake.offsetMs = 50 * DAY;
  const handle = await server.begin('usageWatchWorkflow', `usage:${run}/order`, `${run}/order`);
  await handle.result();

  expect(timesAsked(fake.calls)).toBe(1);
});
