import { bankArrivalSignal } from '#workflows/distribution/bank-arrivals.messages.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';
import type { ProgrammeOptions } from '../../support/workflows/fake-programme.js';

const server = WorkflowServer.use();

async function begin(commands: ProgrammeOptions) {
  const { run, fake } = server.programme(commands);
  const handle = await server.begin('paymentOrderWorkflow', `order:${run}/order`, `${run}/order`);
  return { fake, handle };
}

test('an order is sent once and waited for until every instruction has an outcome', async () => {
  const { fake, handle } = await begin({ outstanding: [300, 300, 12, 1, 1, 0] });

  await expect(handle.result()).resolves.toEqual({ isRefused: false });
  expect(fake.calls.filter((name) => name === 'sendOrder')).toHaveLength(1);
  expect(fake.calls.filter((name) => name === 'collectStatus')).toHaveLength(6);
});

test('nothing outstanding before the bank has answered at all is no end', async () => {
  const { fake, handle } = await begin({ outstanding: [0, 0] });

  await handle.result();
  expect(fake.calls.filter((name) => name === 'collectStatus').length).toBeGreaterThan(1);
});

test('an order that the bank refuses whole ends so', async () => {
  const { handle } = await begin({ outstanding: [3, 0], isOrderRefused: true });

  await expect(handle.result()).resolves.toEqual({ isRefused: true });
});

test('a bank that is silent for 400 days costs a handful of events, and its answer is heard', async () => {
  const { fake, handle } = await begin({ outstanding: [5, 5, 0], isLate: true });
  await server.env.sleep('400 days');
  const { historyLength } = await handle.describe();

  expect(historyLength).toBeLessThan(50);
  expect(fake.calls.filter((name) => name === 'collectStatus')).toHaveLength(1);

  await handle.signal(bankArrivalSignal);
  await server.env.sleep('1 second');
  await handle.signal(bankArrivalSignal);
  await expect(handle.result()).resolves.toEqual({ isRefused: false });
  await expect(server.daysOf(handle.workflowId)).resolves.toBeGreaterThan(400);
});
