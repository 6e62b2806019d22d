import { DIARY_TYPES, diaryId } from '#domain';
import { Delivery } from '../../../apps/worker/src/relay/deliver.js';
import { WorkflowServer } from '../../support/workflows/workflow-server.js';

const server = WorkflowServer.use();

const describe = (workflowId: string) => server.env.client.workflow.getHandle(workflowId).describe();
const notified = async (workflowId: string): Promise<number> => {
  const { events } = await server.env.client.workflow.getHandle(workflowId).fetchHistory();
  return (events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes).length;
};
const aRow = (workflowId: string) => ({ id: '1', workflowId, kind: 'diary', payload: {} }) as const;

test('every diary is opened once, however often workers start', async () => {
  const delivery = new Delivery(server.env.client);
  await Promise.all(Array.from({ length: 20 }, () => delivery.openDiaries()));
  const runs = new Map<string, string>();
  for (const [workflowId, type] of DIARY_TYPES) {
    const { type: found, status, runId } = await describe(workflowId);
    expect([found, status.name]).toEqual([type, 'RUNNING']);
    runs.set(workflowId, runId);
  }
  await delivery.openDiaries();
  for (const [workflowId, runId] of runs) expect((await describe(workflowId)).runId).toBe(runId);
});

test('many changes at once are one telling; a diary that was ended by hand is opened by the next', async () => {
  const delivery = new Delivery(server.env.client);
  await delivery.openDiaries();
  const mails = diaryId('mails');
  const before = await notified(mails);
  await delivery.deliver(Array.from({ length: 50 }, () => aRow(mails)));
  expect(await notified(mails)).toBe(before + 1);

  await server.env.client.workflow.getHandle(mails).terminate('by hand');
  await delivery.deliver([aRow(mails)]);
  expect((await describe(mails)).status.name).toBe('RUNNING');
});

test('what is told to a diary of another version holds nothing up', async () => {
  await new Delivery(server.env.client).deliver([aRow('diary:unheard-of')]);
  await expect(describe('diary:unheard-of')).rejects.toThrow();
});
