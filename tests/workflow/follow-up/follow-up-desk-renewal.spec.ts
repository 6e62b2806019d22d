import { setTimeout as delay } from 'node:timers/promises';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.useReal();
/** Enough rounds of visit and return that a history grows past what the server wants to keep, and again. */
const ROUNDS = 40;

test('a desk with a long history starts anew and leaves nothing behind', async () => {
  const { run, fake } = server.programme();
  const deskId = `desk:${run}:32.75.02.1001`;
  const desk = fake.addDesk(deskId, [
    { id: 'restless', returns: ROUNDS },
    { id: 'quiet', stopsAt: 'to_decide' },
  ]);
  const schedule = { escalateAt: ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z'], deadlineAt: '2100-02-01T00:00:00Z' };
  const handle = await server.begin('followUpDeskWorkflow', deskId, { deskId, schedule, escalations: 0 });

  while (desk.states['restless'] !== 'decided') await delay(50);
  desk.decideNow('quiet');
  await server.tell(deskId, [{ taskId: 'quiet:1:to_decide', kind: 'follow-up.decide', outcome: 'approved' }]);
  await handle.result();

  const { runId } = await server.env.client.workflow.getHandle(deskId).describe();
  expect(runId).not.toBe(handle.firstExecutionRunId);
  expect(desk.states).toEqual({ restless: 'decided', quiet: 'decided' });
  expect(desk.opened.size).toBe(2 * (ROUNDS + 1) + 2);
  // Once, though the desk was never idle; and never again for having begun anew.
  expect(fake.escalations).toHaveLength(1);
}, 120_000);
