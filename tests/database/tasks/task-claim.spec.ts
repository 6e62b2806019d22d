import { type DomainError, nextLife } from '#domain';
import { CommandReceiptRepository, lifeOf, TaskLifeRepository, TaskRepository, type TaskRow } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { setToday, TaskServices } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase(50);

/** What the row alone lets through of a claim by somebody who saw it as `seen`, past the rules. */
async function claimSeen(seen: TaskRow, officerId: string): Promise<boolean> {
  const from = lifeOf(seen);
  const to = nextLife(from, { event: 'claim', actorId: officerId });
  const change = { taskId: seen.id, event: 'claim', from, to, officerId } as const;
  return (await new TaskLifeRepository(database.manager).apply(change)) !== undefined;
}

async function rowOfTask(taskId: string): Promise<TaskRow> {
  const row = await new TaskRepository(database.manager).find(taskId);
  if (row === undefined) throw new Error('no such task');
  return row;
}

test('of fifty connections that claim at once one wins', async () => {
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const officers = await Promise.all(Array.from({ length: 50 }, () => anOfficer(database.manager, 'ppk')));

  const seen = await rowOfTask(taskId);
  const claims = await Promise.all(officers.map(({ officerId }) => claimSeen(seen, officerId)));

  expect(claims.filter(Boolean)).toHaveLength(1);
  const task = await new TaskRepository(database.manager).find(taskId);
  expect(task).toMatchObject({ state: 'reserved', ownerId: officers[claims.indexOf(true)]?.officerId });
});

test('of fifty officers who claim at once one wins, and forty-nine are told who', async () => {
  await setToday(database.source, '2023-03-06');
  const desk = new TaskServices(database.source);
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const officers = await Promise.all(Array.from({ length: 50 }, () => anOfficer(database.manager, 'ppk')));
  const contexts = await Promise.all(officers.map(({ officerId }) => desk.by(officerId)));

  const claims = await Promise.allSettled(contexts.map((context) => desk.events.act(context, taskId, 'claim')));

  const winner = claims.find((claim) => claim.status === 'fulfilled')?.value;
  const refusals = claims.filter((claim) => claim.status === 'rejected').map(({ reason }) => reason as DomainError);
  expect(refusals).toHaveLength(49);
  for (const { code, details } of refusals) expect([code, details['holder']]).toEqual(['TASK_HELD', winner?.ownerName]);
});

test('who saw an older row changes nothing', async () => {
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const [winner, other] = [await anOfficer(database.manager, 'ppk'), await anOfficer(database.manager, 'ppk')];
  const seen = await rowOfTask(taskId);

  await expect(claimSeen(seen, winner.officerId)).resolves.toBe(true);
  await expect(claimSeen(seen, other.officerId)).resolves.toBe(false);
  const events = await new TaskLifeRepository(database.manager).events(taskId);
  expect(events.map(({ event, officerId }) => [event, officerId])).toEqual([['claim', winner.officerId]]);
});

test('opening a step again finds its task as it is', async () => {
  const task = aNewTask(await aPeriod(database.manager));
  const first = await openTask(database.source, task);
  await claimSeen(await rowOfTask(first.taskId), (await anOfficer(database.manager, 'ppk')).officerId);

  const again = await openTask(database.source, { ...task, dueOn: '2030-01-01', artefactHash: 'another' });

  expect(again).toEqual(first);
  expect(await new TaskRepository(database.manager).find(first.taskId)).toMatchObject({
    state: 'reserved',
    artefactHash: 'hash',
  });
});

test('who judged an older row claims nothing at once, though state and owner are the same', async () => {
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager)));
  const { officerId } = await anOfficer(database.manager, 'ppk');
  const judged = await new TaskRepository(database.manager).facts(taskId);
  await new TaskRepository(database.manager).setArtefact(taskId, 'another');
  const from = lifeOf(judged);
  const to = nextLife(from, { event: 'claim', actorId: officerId });
  const change = { taskId, event: 'claim', from, to, officerId, version: judged.version } as const;
  const receipt = { officerId, key: `key-${taskId}`, requestHash: 'hash' };

  await expect(new TaskLifeRepository(database.manager).applyOptimistically(change, receipt, {})).resolves.toBe(false);
  expect((await rowOfTask(taskId)).ownerId).toBeNull();
  await expect(new CommandReceiptRepository(database.manager).take(receipt)).resolves.toBeUndefined();
});
