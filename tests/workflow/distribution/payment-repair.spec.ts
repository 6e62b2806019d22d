import { WorkflowServer } from '../../support/workflows/workflow-server.js';
import { DAY, type FakeProgramme, type ProgrammeOptions } from '../../support/workflows/fake-programme.js';
import { atFirst, nobodyDecides } from '../../support/workflows/fake-people.js';

const server = WorkflowServer.use();

/** A whole period, the calendar far ahead, in which payments of the city's order fail so. */
async function period(commands: ProgrammeOptions) {
  const { run, fake } = server.programme({ outstanding: [0], ...commands });
  fake.offsetMs = 200 * DAY;
  const handle = await server.begin('programmePeriodWorkflow', `period:${run}`, { periodId: run });
  await handle.result();
  return { fake, run };
}

const kinds = (fake: FakeProgramme): string[] =>
  [...fake.tasks.values()].map(({ kind }) => kind).filter((kind) => /payment|return/.test(kind));

test('what failed is repaired, signed anew, paid by an order of its own, and its unused money is returned like the rest', async () => {
  const { fake } = await period({ failed: [2] });
  const again = [...fake.effects.keys()].find((key) => key.endsWith('/again1')) ?? '';

  expect(kinds(fake).filter((kind) => kind.startsWith('payment'))).toEqual([
    ...['payment.request', 'payment.release', 'payment.repair', 'payment.request', 'payment.release'],
  ]);
  expect(fake.effects.get(`${again} sent`)).toBe(true);
  expect(fake.effects.get(`${again} return`)).toBe('confirmed');
  expect(kinds(fake).filter((kind) => kind === 'return.confirm')).toHaveLength(2);
});

test('each round is an order of its own, and the city reports when all of them are at rest', async () => {
  const { fake } = await period({ failed: [2, 1] });
  const made = [...fake.effects.keys()].filter((key) => /again\d$/.test(key));
  expect(made).toHaveLength(2);
  for (const order of made) {
    expect(fake.effects.get(`${order} return`)).toBe('confirmed');
  }
  const last = fake.calls.lastIndexOf('confirmReturn');
  expect(fake.calls.indexOf('buildKecamatanReports')).toBeGreaterThan(last);
});

test('the treasurer sends the new order back, and it is requested anew', async () => {
  let times = 0;
  const { fake } = await period({
    failed: [1],
    people: (task) => {
      const isAgain = task.kind === 'payment.release' && task.subject.id.includes('/again');
      if (isAgain && (times += 1) === 1) return { outcome: 'returned', returnTo: 'payment' };
      return nobodyDecides()(task);
    },
  });
  expect(fake.opened('payment.request')).toHaveLength(3);
  expect(fake.opened('payment.release')).toHaveLength(3);
});

test('nobody repairs: when the return is over the task is closed, what failed stays failed, and the city reports', async () => {
  const { fake } = await period({ failed: [1], people: nobodyDecides('payment.repair') });
  expect(fake.opened('payment.repair')).toHaveLength(1);
  expect([...fake.effects.keys()].some((key) => key.includes('/again'))).toBe(false);
  expect(fake.opened('report.city')).toHaveLength(1);
});

test('where nothing fails nobody is asked', async () => {
  const { fake } = await period({ people: atFirst('payment.request', { outcome: 'approved' }) });
  expect(fake.opened('payment.repair')).toEqual([]);
});
