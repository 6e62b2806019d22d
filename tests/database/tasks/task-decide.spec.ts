import { CommandReceiptRepository, inTransaction, OutboxRepository, TaskRepository } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { TASK_TRANSITIONS } from '#domain';

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

test('no statement moves a task another way than the table of its life says, whoever writes it', async () => {
  const period = await aPeriod(database.manager);
  const { taskId } = await openTask(database.source, aNewTask(period));
  const move = (set: string) => database.manager.query(`update task set ${set} where id = $1`, [taskId]);

  await expect(move(`state = 'completed'`)).rejects.toMatchObject({ constraint: 'task_moves' });
  await expect(move(`state = 'completed', last_event = 'claim'`)).rejects.toMatchObject({ constraint: 'task_moves' });
  await expect(move(`state = 'in_progress', last_event = 'resume'`)).rejects.toMatchObject({
    constraint: 'task_moves',
  });
  await expect(move(`state = 'exited', last_event = 'exit'`)).resolves.toBeDefined();
  await expect(move(`state = 'ready', last_event = 'release'`)).rejects.toMatchObject({ constraint: 'task_moves' });
});

test('the database knows the ways of TASK_LIFE, and no other', async () => {
  const [row] = await database.manager.query<{ source: string }[]>(
    `select prosrc as source from pg_proc where proname = 'check_task_move'`,
  );
  const known = [...(row?.source ?? '').matchAll(/\('([a-z-]+)', '([a-z_]+)', '([a-z_]+)'\)/g)].map(
    ([, event, from, to]) => `${event}: ${from} -> ${to}`,
  );
  expect(known.sort()).toEqual(TASK_TRANSITIONS.map(({ event, from, to }) => `${event}: ${from} -> ${to}`).sort());
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

  await expect(tasks.decideOptimistically(judged, decision, receipt, {})).resolves.toBeUndefined();

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
  const decidedAt = await tasks.decideOptimistically(judged, decision, receipt, { taskId });

  const kept = await new CommandReceiptRepository(database.manager).take(receipt);
  expect(kept).toEqual({ status: 200, response: { taskId, decidedAt: decidedAt?.toISOString() } });
  expect(await rowsAbout(taskId)).toEqual(ONCE);
});
