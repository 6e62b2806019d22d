import { atFirst } from '../../support/workflows/fake-people.js';
import type { ProgrammeOptions } from '../../support/workflows/fake-programme.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();

async function run(commands: ProgrammeOptions = {}) {
  const { run: id, fake } = server.programme(commands);
  const changeId = `${id}/change`;
  const handle = await server.begin('quotaChangeWorkflow', `quota:${changeId}`, { periodId: id, changeId });
  await handle.result();
  const kinds = [...fake.tasks.values()].map(({ kind }) => kind);
  return { effect: fake.effects.get(`${changeId} quota`), kinds };
}

test('PPK and then KPA sign, and the quotas move once', async () => {
  expect(await run()).toEqual({ effect: 'applied', kinds: ['quota.verify', 'quota.approve'] });
});

test.each([
  ['quota.verify', ['quota.verify']],
  ['quota.approve', ['quota.verify', 'quota.approve']],
] as const)('whoever refuses at %s ends it, and nobody after them is called', async (kind, kinds) => {
  const refused = await run({ people: atFirst(kind, { outcome: 'refused' }) });
  expect(refused).toEqual({ effect: 'refused', kinds });
});
