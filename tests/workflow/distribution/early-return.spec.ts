import { atFirst } from '../../support/workflows/fake-people.js';
import type { ProgrammeOptions } from '../../support/workflows/fake-programme.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();

async function run(commands: ProgrammeOptions = {}) {
  const { run: id, fake } = server.programme(commands);
  const input = { periodId: id, cityCode: '32.75', returnId: `${id}/early` };
  const handle = await server.begin('earlyReturnWorkflow', `return:${id}/early`, input);
  await handle.result();
  return { effect: fake.effects.get(`${id}/early return`), calls: fake.calls };
}
const times = (calls: readonly string[], name: string): number => calls.filter((call) => call === name).length;

test('chosen families’ money goes the road of the deadline: PPK, bank, treasurer, each once', async () => {
  const { effect, calls } = await run();
  expect(effect).toBe('confirmed');
  expect([times(calls, 'instructReturn'), times(calls, 'confirmReturn')]).toEqual([1, 1]);
  expect(times(calls, 'collectReturn')).toBeGreaterThan(0);
});

test('the deadline that overtakes it closes the PPK’s task, and nothing is instructed', async () => {
  const { effect, calls } = await run({ people: atFirst('return.instruct', { outcome: 'skipped' }) });
  expect(effect).toBeUndefined();
  expect(times(calls, 'instructReturn')).toBe(0);
});

test('where every family has used its money meanwhile, nobody waits for the bank or the treasurer', async () => {
  const { effect, calls } = await run({ isUsedMeanwhile: true });
  expect(effect).toBe('instructed');
  expect([times(calls, 'collectReturn'), times(calls, 'confirmReturn')]).toEqual([0, 0]);
});
