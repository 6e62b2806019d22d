import type { FakeProgramme } from '../../support/workflows/fake-programme.js';
import { type Around, WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();
const RUNS = 8;
const WISHES = { kelurahan: ['32.75.02.1001'], cases: { '32.75.02.1001': [{ id: 'one', returns: 1 }] } };

async function begin(around: Around) {
  const { run, fake } = server.programme(WISHES);
  arounds.set(run, around);
  return { fake, handle: await server.begin('programmePeriodWorkflow', `period:${run}`, { periodId: run }) };
}

async function period(around: Around): Promise<FakeProgramme> {
  const { fake, handle } = await begin(around);
  await handle.result();
  return fake;
}

const arounds = new Map<string, Around>();
beforeEach(() => {
  arounds.clear();
  server.around = (call, activity) => (arounds.get(call.run) ?? undisturbed)(call, activity);
});
const undisturbed: Around = (_call, activity) => activity();

/**
 * Every eighth call, from one of the first eight on, fails before it has done anything, then again when all is done
 * but the answer. Eight such runs let every call of a period fail so.
 */
function failingFrom(first: number): Around {
  const state = { calls: 0, failed: new Map<number, number>() };
  const places = new Map<string, number>();
  return async ({ attemptOf }, activity) => {
    const place = places.get(attemptOf) ?? state.calls++;
    places.set(attemptOf, place);
    const failures = state.failed.get(place) ?? 0;
    if (place % RUNS !== first || failures === 2) return activity();
    state.failed.set(place, failures + 1);
    if (failures === 1) await activity();
    throw new Error(`the machine fails at call ${place}`);
  };
}

const twice: Around = async (_call, activity) => {
  await activity();
  return activity();
};

/** What the database holds in the end, with the run's name taken out. */
function effectsOf(fake: FakeProgramme): (readonly [string, unknown])[] {
  const opened = [...fake.tasks.keys()].map((key) => [key, 'opened'] as const);
  return [...fake.effects, ...opened]
    .map(([key, value]) => [key.replace(/run[\da-f]{8}/g, 'run'), value] as const)
    .sort(([one], [other]) => one.localeCompare(other));
}

test('whichever activity fails, before or after its work, the period ends the same', async () => {
  const plain = await period(undisturbed);
  expect(plain.calls.length).toBeGreaterThan(50);

  const disturbed = await Promise.all(Array.from({ length: RUNS }, (_, first) => begin(failingFrom(first))));

  // Awaited one by one: the server's clock runs on while somebody waits, and it counts the waiting.
  for (const { fake, handle } of disturbed) {
    await handle.result();
    expect(effectsOf(fake)).toEqual(effectsOf(plain));
    expect(fake.calls.length).toBeGreaterThan(plain.calls.length + RUNS);
  }
}, 180_000);

test('every activity done twice has the effects of once', async () => {
  const plain = await period(undisturbed);
  const doubled = await period(twice);

  expect(effectsOf(doubled)).toEqual(effectsOf(plain));
});
