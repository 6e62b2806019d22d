import { WorkflowServer } from '../../support/workflows/workflow-server.js';
import { nobodyDecides } from '../../support/workflows/fake-people.js';
import { DAY } from '../../support/workflows/fake-programme.js';

const server = WorkflowServer.use();

test('families of the other channel are paid by an order that goes its own way, and the city reports when it is at rest', async () => {
  let returned = false;
  const { run, fake } = server.programme({
    outstanding: [0],
    isByPostToo: true,
    // The city's own order is sent back once: the one beside is not started a second time.
    people: (task) => {
      const isOwn = task.kind === 'payment.release' && !task.subject.id.endsWith('/post');
      if (!isOwn || returned) return nobodyDecides()(task);
      returned = true;
      return { outcome: 'returned', returnTo: 'payment' };
    },
  });
  fake.offsetMs = 200 * DAY;
  const handle = await server.begin('programmePeriodWorkflow', `period:${run}`, { periodId: run });
  await handle.result();

  const post = [...fake.effects.keys()].find((key) => key.endsWith('/post return'));
  expect(fake.effects.get(post ?? '')).toBe('confirmed');
  const releases = [...fake.tasks.values()].filter(({ kind }) => kind === 'payment.release');
  expect(releases.filter(({ subject }) => subject.id.endsWith('/post'))).toHaveLength(1);
  expect(fake.opened('payment.release')).toHaveLength(3);
  expect(fake.calls.indexOf('buildKecamatanReports')).toBeGreaterThan(fake.calls.lastIndexOf('confirmReturn'));
});
