import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();
async function order(outstanding: readonly number[]) {
  const { run, fake } = server.programme({ outstanding });
  const handle = await server.begin('paymentOrderWorkflow', `order:${run}/order`, `${run}/order`);
  await expect(handle.result()).resolves.toEqual({ outstanding: 0 });
  return { fake, seconds: (await server.daysOf(handle.workflowId)) * 86_400 };
}

test('an order is sent once and looked after until every instruction has an outcome', async () => {
  const { fake } = await order([300, 300, 12, 1, 1, 0]);

  expect(fake.calls.filter((name) => name === 'sendOrder')).toHaveLength(1);
  expect(fake.calls.filter((name) => name === 'collectStatus')).toHaveLength(6);
});

test('nothing outstanding before the bank has answered at all is no end', async () => {
  const { fake } = await order([0, 0]);
  expect(fake.calls.filter((name) => name === 'collectStatus').length).toBeGreaterThan(1);
});

test('a bank that takes days is asked ever less often, but at least every five minutes', async () => {
  const looks = 100;
  const { fake, seconds } = await order([...Array.from({ length: looks }, () => 5), 0]);

  expect(fake.calls.filter((name) => name === 'collectStatus')).toHaveLength(looks + 1);
  const patient = looks - 9;
  expect(seconds).toBeGreaterThanOrEqual(511 + patient * 300);
  expect(seconds).toBeLessThan(511 + looks * 300);
});
