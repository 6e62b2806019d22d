import { lookAgainSignal } from '#workflows/calendar/diary.messages.js';
import { DAY } from '../../support/workflows/fake-programme.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();
afterEach(() => {
  server.around = (_call, activity) => activity();
});

/** The workflow of an endpoint that has looked once, with deliveries due on these days from now on. */
async function anEndpoint(days: readonly number[] = []) {
  const { run, fake } = server.programme();
  const begun = await server.env.currentTimeMs();
  fake.diary.add(...days.map((day) => begun + day * DAY));
  const handle = await server.begin('webhookWorkflow', `webhook:${run}`, run);
  while (fake.diary.looks.length === 0) await server.env.sleep(1_000);
  return { fake, handle };
}

test('a year in which nothing happens costs one look and a handful of events', async () => {
  const { fake, handle } = await anEndpoint();
  await server.env.sleep(365 * DAY);
  expect(fake.diary.looks).toHaveLength(1);
  expect((await handle.fetchHistory()).events?.length).toBeLessThan(20);
});

test('a delivery that was not taken is sent again when its pause is over, and nobody looks between', async () => {
  const { fake } = await anEndpoint([1, 3]);
  await server.env.sleep(10 * DAY);
  expect(fake.diary.done).toHaveLength(2);
  expect(fake.diary.looks).toHaveLength(3);
});

test('many facts that come during one look cost one look more', async () => {
  const { fake, handle } = await anEndpoint();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  server.around = async (_call, activity) => {
    await held;
    return activity();
  };
  for (let times = 0; times < 50; times += 1) await handle.signal(lookAgainSignal);
  release();
  await server.env.sleep(DAY);
  // The first, one that was under way while they came, and one for all of them.
  expect(fake.diary.looks).toHaveLength(3);
  expect((await handle.describe()).status.name).toBe('RUNNING');
});

test('it is over when the receiver has ended', async () => {
  const { fake, handle } = await anEndpoint();
  fake.hasReceiverEnded = true;
  await handle.signal(lookAgainSignal);
  await handle.result();
  expect((await handle.describe()).status.name).toBe('COMPLETED');
});
