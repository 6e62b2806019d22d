import { jest } from '@jest/globals';
import type { Actors } from '../../../apps/cli/src/demo/actors.js';
import { addCalendarDays, DIARY_TYPES } from '#domain';
import { type TestSystem, testSystem } from '../../support/servers/test-system.js';
import { periodInVerification } from '../support/a-period.js';

jest.setTimeout(600_000);

const SOON_MS = 60_000;
let system: TestSystem;
let actors: Actors;

/** A system of its own, because its Temporal is killed. */
beforeAll(async () => {
  system = await testSystem();
  actors = await periodInVerification(system.run().url);
});
afterAll(() => system.stop());

/** What there is, as soon as it is so; what there was last, when that does not come. */
async function soon<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  for (const giveUpAt = Date.now() + SOON_MS; ;) {
    const answer = await ask();
    if (isSo(answer) || Date.now() > giveUpAt) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const moveTo = (date: string) => actors.api.post('operator', '/sandbox/clock', { date });
const today = async (): Promise<string> =>
  (await actors.api.get<{ now: string }>('program', '/clock')).now.slice(0, 10);

interface Listed {
  readonly workflows: readonly { workflowId: string; type: string; status: string; historyLength: number }[];
}

test('operators see every diary, running, with a history of a few events', async () => {
  const { workflows } = await actors.api.get<Listed>('operator', '/operations/workflows');
  const running = workflows.filter(({ workflowId, status }) => DIARY_TYPES.has(workflowId) && status === 'RUNNING');
  expect(new Map(running.map(({ workflowId, type }) => [workflowId, type]))).toEqual(DIARY_TYPES);
  for (const { historyLength } of running) expect(historyLength).toBeLessThan(500);
});

test('the calendar is moved: a suspended task is taken up on its day, and mandates end after their last one', async () => {
  const who = 'operator.kranji';
  const { id } = await actors.task(who, 'verification.complete');
  const until = addCalendarDays(await today(), 7);
  await actors.api.post(who, `/tasks/${id}/start`);
  await actors.api.post(who, `/tasks/${id}/suspend`, { reason: 'Menunggu data', until });
  const state = async () => (await actors.api.get<{ task: { state: string } }>(who, `/tasks/${id}`)).task.state;
  expect(await state()).toBe('suspended');
  await moveTo(until);
  expect(await soon(state, (is) => is !== 'suspended')).toBe('in_progress');

  const mandates = () => actors.api.get<{ validTo: string; state: string }[]>('program', '/mandates');
  const [before] = await mandates();
  expect(before?.state).toBe('accepted');
  // Told to nobody while Temporal is away, and lost to nobody.
  system.kill('temporal');
  await moveTo(addCalendarDays(before?.validTo ?? '', 1));
  const after = await soon(mandates, (all) => all.every(({ state }) => state === 'expired'));
  expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['expired']));
});
