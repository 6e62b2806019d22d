import { WorkflowServer } from '../../support/workflows/workflow-server.js';
import type { ProgrammeOptions } from '../../support/workflows/fake-programme.js';

const server = WorkflowServer.use();

async function desk(commands: ProgrammeOptions) {
  const { run, fake } = server.programme(commands);
  const handle = await server.begin('breakDeskWorkflow', `breaks:${run}/order`, `${run}/order`);
  await handle.result();
  return { fake, run };
}

test('one proposes, another settles, and the desk ends when nothing is open', async () => {
  const { fake, run } = await desk({ breaks: [2, 0] });

  expect([...fake.tasks.values()].map(({ kind }) => kind)).toEqual(['breaks.propose', 'breaks.settle']);
  expect(fake.effects.get(`${run}/order breaks`)).toBe(1);
});

test('what is returned is proposed anew, and only what was approved is settled', async () => {
  let times = 0;
  const { fake, run } = await desk({
    breaks: [2, 2, 0],
    people: ({ kind }) => ({
      outcome: kind === 'breaks.settle' && (times += 1) === 1 ? 'returned' : 'approved',
    }),
  });

  expect([...fake.tasks.values()].map(({ kind }) => kind)).toEqual([
    'breaks.propose',
    'breaks.settle',
    'breaks.propose',
    'breaks.settle',
  ]);
  expect(fake.effects.get(`${run}/order breaks`)).toBe(2);
});

test('where nothing waits for people, nobody is asked', async () => {
  const { fake } = await desk({ breaks: [0] });

  expect(fake.tasks.size).toBe(0);
});
