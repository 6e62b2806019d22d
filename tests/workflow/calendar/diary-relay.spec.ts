import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { connectClient } from '#temporal';
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
  const { arrived, failures } = await new Delivery(server.env.client).deliver([aRow('diary:unheard-of')]);
  expect([arrived, failures]).toEqual([[aRow('diary:unheard-of')], []]);
  await expect(describe('diary:unheard-of')).rejects.toThrow();
});

test('a desk that is opened late starts once; the next case finds it running, and tells it', async () => {
  const deskId = 'desk:period:sembako:2023-03:city:32.75:32.75.02.1001:late';
  const payload = { deskId, schedule: { escalateAt: [], deadlineAt: '2023-06-25T16:59:59Z' }, escalations: 0 };
  const row = { id: '1', workflowId: deskId, kind: 'desk', payload } as const;
  const delivery = new Delivery(server.env.client);
  await delivery.deliver([row]);
  const { runId, type } = await describe(deskId);
  await delivery.deliver([row, row]);

  expect(type).toBe('followUpDeskWorkflow');
  expect((await describe(deskId)).runId).toBe(runId);
  expect(await notified(deskId)).toBe(2);
  await server.env.client.workflow.getHandle(deskId).terminate('seen');
});

test('a workflow that cannot be reached keeps its own rows back, in their order, and those of nobody else', async () => {
  const mails = diaryId('mails');
  // What cannot be written as JSON never leaves.
  const lost = { id: '1', workflowId: 'return:none', kind: 'early-return', payload: 1n } as const;
  const alsoLost = { ...lost, id: '3' };
  const good = { ...aRow(mails), id: '2' };
  const { arrived, failures } = await new Delivery(server.env.client).deliver([lost, good, alsoLost]);
  expect(arrived).toEqual([good]);
  expect(failures.map(({ workflowId }) => workflowId)).toEqual([lost.workflowId]);
  expect((await describe(mails)).status.name).toBe('RUNNING');
});

test('a server that never answers holds the relay up for ten seconds at most', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const client = connectClient({ address: `127.0.0.1:${port}`, namespace: 'default' });
  const began = Date.now();
  const { arrived, failures } = await new Delivery(client).deliver([aRow(diaryId('mails'))]);
  expect([arrived, failures.length]).toEqual([[], 1]);
  expect(Date.now() - began).toBeLessThan(15_000);
  await client.connection.close();
  for (const socket of sockets) socket.destroy();
  silent.close();
});
