import { CommandReceiptRepository, inTransaction, OutboxRepository, TaskRepository } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase(20);
const twenty = <T>(make: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 20 }, make));

const rowsAbout = async (taskId: string) => {
  const [counts] = await database.manager.query<Record<string, number>[]>(
    `select (select count(*)::int from task_decision where task_id = $1) as decisions,
            (select count(*)::int from signature where task_id = $1) as signatures,
            (select count(*)::int from audit_entry where subject_id = $1::text) as audits,
            (select count(*)::int from outbox where payload ->> 'taskId' = $1::text) as messages`,
    [taskId],
  );
  return counts;
};
const ONCE = { decisions: 1, signatures: 1, audits: 1, messages: 1 };

test('twenty different people decide at once: one decision, one signature, one audit row, one message', async () => {
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const officers = await twenty(() => anOfficer(database.manager, 'ppk'));

  const results = await Promise.allSettled(officers.map((officer) => decideTask(database.source, taskId, officer)));

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await rowsAbout(taskId)).toEqual(ONCE);
});

test('one person decides twenty times at once: once', async () => {
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const officer = await anOfficer(database.manager, 'ppk');

  await Promise.allSettled(Array.from({ length: 20 }, () => decideTask(database.source, taskId, officer)));

  expect(await rowsAbout(taskId)).toEqual(ONCE);
});

test('a transaction that fails after the decision leaves nothing of it', async () => {
  const officer = await anOfficer(database.manager, 'ppk');
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const broken = inTransaction(database.source, async (manager) => {
    const tasks = new TaskRepository(manager);
    const { officerId, appointmentId } = officer;
    const decision = { officerId, appointmentId, outcome: 'approved', artefactHash: 'hash', details: {} } as const;
    await tasks.decide(await tasks.lock(taskId), decision);
    throw new Error('the lights go out');
  });

  await expect(broken).rejects.toThrow('the lights go out');
  expect(await rowsAbout(taskId)).toEqual({ decisions: 0, signatures: 0, audits: 0, messages: 0 });
  expect((await new TaskRepository(database.manager).find(taskId))?.state).toBe('ready');
});

test('the message says what was decided, without reason or person', async () => {
  const task = aNewTask(await aPeriod(database.manager), { kind: 'closing.ratify' });
  const { taskId } = await openTask(database.source, task);
  const kpa = await anOfficer(database.manager, 'kpa');
  await decideTask(database.source, taskId, kpa, { outcome: 'returned', returnTo: 'closing', reason: 'Nama salah' });

  const waiting = await new OutboxRepository(database.manager).waiting(1000);
  expect(waiting.find(({ workflowId }) => workflowId === task.workflowId)?.payload).toEqual({
    taskId,
    kind: 'closing.ratify',
    outcome: 'returned',
    returnTo: 'closing',
  });
});

test('the deadline closes an open task and brings back the decision of one decided before', async () => {
  const period = await aPeriod(database.manager);
  const [open, decided] = [
    await openTask(database.source, aNewTask(period)),
    await openTask(database.source, aNewTask(period)),
  ];
  await decideTask(database.source, decided.taskId, await anOfficer(database.manager, 'ppk'));
  const close = (taskId: string) =>
    inTransaction(database.source, (manager) => new TaskRepository(manager).closeIfOpen(taskId, 'deadline'));

  await expect(close(open.taskId)).resolves.toBeUndefined();
  await expect(close(open.taskId)).resolves.toBeUndefined();
  await expect(close(decided.taskId)).resolves.toEqual({
    taskId: decided.taskId,
    kind: 'closing.set',
    outcome: 'approved',
  });
  expect((await new TaskRepository(database.manager).find(open.taskId))?.state).toBe('exited');
});

test('messages wait in the order in which they were written, and only once', async () => {
  const outbox = new OutboxRepository(database.manager);
  const before = await outbox.waiting(10_000);
  await outbox.markDelivered(before.map(({ id }) => id));
  for (let number = 1; number <= 5; number += 1) await outbox.add(`order-${number}`, 'decision', { number });

  const waiting = await outbox.waiting(3);
  expect(waiting.map(({ workflowId }) => workflowId)).toEqual(['order-1', 'order-2', 'order-3']);
  await outbox.markDelivered(waiting.map(({ id }) => id));
  expect((await outbox.waiting(9)).map(({ workflowId }) => workflowId)).toEqual(['order-4', 'order-5']);
  expect((await outbox.backlog()).waiting).toBe(2);
});

test('who judged an older row decides nothing, and leaves no receipt', async () => {
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const officer = await anOfficer(database.manager, 'ppk');
  const tasks = new TaskRepository(database.manager);
  const judged = await tasks.facts(taskId);
  await tasks.setArtefact(taskId, 'another');
  const { officerId, appointmentId } = officer;
  const decision = { officerId, appointmentId, outcome: 'approved', artefactHash: 'hash', details: {} } as const;
  const receipt = { officerId, key: 'at-once', requestHash: 'hash' };

  await expect(tasks.decideAtOnce(judged, decision, receipt, {})).resolves.toBeUndefined();

  expect(await rowsAbout(taskId)).toEqual({ decisions: 0, signatures: 0, audits: 0, messages: 0 });
  const receipts = new CommandReceiptRepository(database.manager);
  await expect(receipts.take(receipt)).resolves.toBeUndefined();
});

test('a decision at once keeps the answer that was given', async () => {
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const { officerId, appointmentId } = await anOfficer(database.manager, 'ppk');
  const tasks = new TaskRepository(database.manager);
  const decision = { officerId, appointmentId, outcome: 'approved', artefactHash: 'hash', details: {} } as const;
  const receipt = { officerId, key: `key-${taskId}`, requestHash: 'hash' };

  const judged = await tasks.facts(taskId);
  const decidedAt = await tasks.decideAtOnce(judged, decision, receipt, { taskId });

  const kept = await new CommandReceiptRepository(database.manager).take(receipt);
  expect(kept).toEqual({ status: 200, response: { taskId, decidedAt: decidedAt?.toISOString() } });
  expect(await rowsAbout(taskId)).toEqual(ONCE);
});
