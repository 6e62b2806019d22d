import type { TaskKind } from '#domain';
import { everybodyAgrees, type People } from '../../support/workflows/fake-people.js';
import { DAY, type FakeProgramme } from '../../support/workflows/fake-programme.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();
const [READY, HELD] = ['32.75', '32.76'] as const;

/** Nobody of the second city does this, as where the post is vacant; everybody agrees to the rest. */
const heldUp =
  (kind: TaskKind): People =>
  (task) =>
    task.kind === kind && task.subject.territoryCode.startsWith(HELD) ? undefined : everybodyAgrees(task);

async function begun(kind: TaskKind) {
  const { run, fake } = server.programme({ cities: [READY, HELD], people: heldUp(kind) });
  const handle = await server.begin('programmePeriodWorkflow', `period:${run}`, { periodId: run });
  while (fake.effects.get(`${run} ${READY} reporting`) !== 'done') await server.env.sleep(DAY);
  return { run, fake, handle };
}

/** The tasks that wait for somebody. */
const waiting = (fake: FakeProgramme) => [...fake.tasks.values()].filter(({ taskId }) => !fake.decisions.has(taskId));

test('a city without a head of Dinsos holds up itself alone, is told of again and again, and goes on when there is one', async () => {
  const { run, fake, handle } = await begun('mandate.accept');
  expect(fake.opened('roster.submit')).toEqual([READY]);
  expect(fake.effects.get(`${run}/order/${READY}/1 return`)).toBe('confirmed');
  expect(fake.opened('period.close')).toEqual([]);
  const [task, ...others] = waiting(fake);
  expect([task?.kind, task?.subject.territoryCode, others]).toEqual(['mandate.accept', HELD, []]);
  expect(new Set(fake.escalations.map(({ what }) => what))).toEqual(new Set([task?.taskId]));

  if (task !== undefined) await fake.decide(task, { outcome: 'approved' });
  await handle.result();
  expect(fake.opened('roster.submit')).toEqual([READY, HELD]);
  for (const city of [READY, HELD]) {
    expect(fake.effects.get(`${run}/decree/${city}/1`)).toBe('ratified');
    expect(fake.effects.get(`${run}/order/${city}/1 sent`)).toBe(true);
    expect(fake.effects.get(`${run} ${city} reporting`)).toBe('done');
  }
  expect(fake.opened('period.close')).toEqual(['ID']);
});

test.each<TaskKind>(['roster.submit', 'endorsement.mayor', 'closing.ratify', 'payment.release', 'report.accept'])(
  'where nobody does %s for one city, the other reports, and the period stays open',
  async (kind) => {
    const { fake, handle } = await begun(kind);
    expect(waiting(fake).map((task) => [task.kind, task.subject.territoryCode])).toEqual([[kind, HELD]]);
    expect(fake.opened('period.close')).toEqual([]);
    for (const task of waiting(fake))
      await fake.decide(task, { outcome: everybodyAgrees(task)?.outcome ?? 'approved' });
    await handle.result();
    expect(fake.calls.at(-1)).toBe('closePeriod');
  },
);
