import { Worker } from '@temporalio/worker';
import { DIARIES } from '#domain';
import { lookAgainSignal } from '#workflows/calendar/diary.messages.js';
import { clockSignal } from '#workflows/tasks/tasks.messages.js';
import { cachedBundle } from '../../support/workflows/cached-bundle.js';
import { DAY } from '../../support/workflows/fake-programme.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();
const EVERY = Object.entries(DIARIES);
const MINUTE = 60_000;

afterEach(() => {
  server.around = (_call, activity) => activity();
});

/** A diary with what falls due on these days from now on; it has looked once. */
async function aDiary([name, type]: readonly [string, string], days: readonly number[] = []) {
  const { run, fake } = server.programme();
  const begun = await server.env.currentTimeMs();
  const instant = (day: number): number => begun + day * DAY;
  fake.diary.add(...days.map(instant));
  const handle = await server.begin(type, `diary:${name}:${run}`, undefined);
  while (fake.diary.looks.length === 0) await server.env.sleep(1_000);
  const doneOn = () => fake.diary.done.map(({ at }) => Math.round((at - begun) / DAY));
  return { fake, diary: fake.diary, handle, instant, doneOn };
}

type Handle = Awaited<ReturnType<typeof aDiary>>['handle'];

/** The histories of all runs of a workflow, the first one first. */
async function historiesOf({ workflowId, firstExecutionRunId }: Handle) {
  const histories = [];
  for (let runId: string | null | undefined = firstExecutionRunId; runId;) {
    const history = await server.env.client.workflow.getHandle(workflowId, runId).fetchHistory();
    histories.push(history);
    runId = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return histories;
}

test.each(EVERY)('%s: a year with three days costs three looks, each on its day', async (...diary) => {
  const { fake, handle, doneOn } = await aDiary(diary, [40, 41, 300]);
  await server.env.sleep(365 * DAY);

  expect(doneOn()).toEqual([40, 41, 300]);
  expect(fake.diary.looks).toHaveLength(4);
  for (const { at, dueAt } of fake.diary.done) expect(at - dueAt).toBeLessThan(MINUTE);
  const [history, ...more] = await historiesOf(handle);
  expect(more).toEqual([]);
  expect(history?.events?.length).toBeLessThan(60);
  await Worker.runReplayHistory({ workflowBundle: await cachedBundle() }, history, handle.workflowId);
});

test('a year with something every day begins anew a few times, and misses no day', async () => {
  const everyDay = Array.from({ length: 365 }, (_, index) => index + 1);
  const { handle, doneOn } = await aDiary(['approvals', DIARIES.approvals], everyDay);
  await server.env.sleep(366 * DAY);

  expect(doneOn()).toEqual(everyDay);
  const lengths = (await historiesOf(handle)).map(({ events }) => events?.length ?? 0);
  expect(lengths.length).toBeLessThan(7);
  for (const length of lengths) expect(length).toBeLessThan(1_050);
}, 240_000);

test.each(EVERY)('%s: told of something sooner it moves its wait; told in vain it waits on', async (...diary) => {
  const { fake, handle, instant, doneOn } = await aDiary(diary, [90]);
  await server.env.sleep(10 * DAY);
  fake.diary.add(instant(20));
  await handle.signal(lookAgainSignal);
  await server.env.sleep(5 * DAY);
  await handle.signal(lookAgainSignal);
  await server.env.sleep(100 * DAY);

  expect(doneOn()).toEqual([20, 90]);
  expect(fake.diary.looks).toHaveLength(5);
});

test('with nothing to wait for it waits until it is told', async () => {
  const { diary, handle, instant, doneOn } = await aDiary(['mandates', DIARIES.mandates]);
  await server.env.sleep(400 * DAY);
  expect(diary.looks).toHaveLength(1);

  diary.add(instant(410));
  await handle.signal(lookAgainSignal);
  await server.env.sleep(20 * DAY);
  expect(doneOn()).toEqual([410]);
});

test.each(EVERY)('%s: a sandbox calendar moved past the day wakes it at once', async (...diary) => {
  const { fake, handle } = await aDiary(diary, [50, 70]);
  for (const [offset, done] of [
    [30, 0],
    [60, 1],
  ] as const) {
    fake.offsetMs = offset * DAY;
    await handle.signal(clockSignal, { offsetMs: fake.offsetMs });
    await server.env.sleep(MINUTE);
    expect(fake.diary.done).toHaveLength(done);
  }
  // Ten days are left of the second.
  await server.env.sleep(11 * DAY);
  expect(fake.diary.done).toHaveLength(2);
  const [history] = await historiesOf(handle);
  await Worker.runReplayHistory({ workflowBundle: await cachedBundle() }, history, handle.workflowId);
});

test('a look that fails is repeated until it succeeds, and nothing is lost meanwhile', async () => {
  const { diary, handle, instant, doneOn } = await aDiary(['mails', DIARIES.mails], [1]);
  const failures = { left: 20 };
  server.around = (_call, activity) => {
    failures.left -= 1;
    return failures.left < 0 ? activity() : Promise.reject(new Error('the database is away'));
  };
  await server.env.sleep(1.001 * DAY);
  diary.add(instant(2));
  await handle.signal(lookAgainSignal);
  await server.env.sleep(3 * DAY);
  expect(failures.left).toBeLessThan(0);
  expect(doneOn()).toEqual([1, 2]);
});
